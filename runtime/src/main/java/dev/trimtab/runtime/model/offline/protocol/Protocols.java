package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Grammar;
import java.util.List;

/** The protocols that the engineer speaks. */
public final class Protocols {
    private Protocols() {}

    /**
     * Returns them in the order in which they are asked whether they speak; the last always does.
     *
     * @param grammar the language that programs are written in
     */
    public static List<Protocol> of(Grammar grammar) {
        return List.of(new MlabProtocol(grammar), new OpenHandsProtocol(grammar), new AideProtocol(grammar));
    }
}

package dev.trimtab.runtime.config;

import dev.trimtab.runtime.config.CondenserConfig.Replacement;
import dev.trimtab.runtime.config.CondenserConfig.Selection;
import dev.trimtab.runtime.config.CondenserConfig.Trigger;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Which keys of a condenser are not read, since another of its keys has the value that it has. */
final class CondenserKeys {
    /** Events at the beginning from which on a greatest number of events must be stated, whether it triggers or not. */
    private static final int LARGE_HEAD = CondenserConfig.DEFAULT.maxSize() / 2;

    private CondenserKeys() {}

    /**
     * Refuses what the condenser of a policy, or a stage of its pipeline, does not read.
     *
     * @param layers what was written
     * @param policy what they hold together
     * @param found takes what is not read, naming the place and what it is for
     */
    static void requireRead(List<Layer> layers, PolicyConfig policy, Consumer<ConfigException> found) {
        List<CondenserConfig> stages = policy.pipeline();
        if (stages.isEmpty()) {
            requireRead(new IdleKeys(layers, policy, PolicyConfig.DEFAULT, found), "condenser.", policy.condenser());
            return;
        }
        IdleKeys keys = new IdleKeys(
                layers,
                policy,
                PolicyConfig.DEFAULT.withPipeline(Collections.nCopies(stages.size(), CondenserConfig.DEFAULT)),
                found);
        for (int i = 0; i < stages.size(); i++) {
            requireRead(keys, "pipeline[" + i + "].", stages.get(i));
        }
    }

    private static void requireRead(IdleKeys keys, String prefix, CondenserConfig condenser) {
        if (condenser.triggers().isEmpty()) {
            for (String key : List.of("selection", "replacement", "keep-first")) {
                keys.refuse(prefix + key, "without triggers, which cut nothing");
            }
        }
        if (condenser.selection() != Selection.MASK) {
            keys.refuse(prefix + "attention-window", "without selection mask");
        } else {
            keys.refuse(prefix + "keep-first", "with selection mask, which keeps all events");
        }
        if (condenser.selection() != Selection.ATTENTION && condenser.replacement() == Replacement.NOTHING) {
            keys.refuse(
                    prefix + "max-event-length",
                    "where no model is asked: with selection attention, or a replacement other than nothing");
        }
        boolean counts = condenser.triggers().contains(Trigger.EVENTS)
                || (condenser.triggers().contains(Trigger.STEP) && condenser.selection() == Selection.RECENT);
        if (!counts && condenser.keepFirst() < LARGE_HEAD) {
            keys.refuse(prefix + "max-size", "without events among the triggers, or step with selection recent");
        }
    }
}

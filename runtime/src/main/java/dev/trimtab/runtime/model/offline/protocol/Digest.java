package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.AttemptReader;
import java.util.stream.Collectors;

/** Sums a text up: each attempt that it tells of with its outcome, else how it begins. */
final class Digest {
    private static final int BEGINNING = 400;

    private Digest() {}

    static String of(String text) {
        String attempts = AttemptReader.read(text).stream().map(Digest::line).collect(Collectors.joining("\n"));
        if (!attempts.isEmpty()) {
            return attempts;
        }
        int material = text.indexOf("# Material");
        String told = text.substring(Math.max(0, material)).strip();
        return told.substring(0, Math.min(BEGINNING, told.length()));
    }

    private static String line(AttemptFact fact) {
        if (fact.failed()) {
            return fact.design().sentence() + " It failed with " + fact.error() + ".";
        }
        return fact.design().sentence()
                + (fact.score().isPresent()
                        ? " It scored " + fact.score().getAsDouble() + "."
                        : " Its outcome is not told.");
    }
}

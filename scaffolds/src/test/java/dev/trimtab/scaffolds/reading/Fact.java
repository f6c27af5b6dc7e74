package dev.trimtab.scaffolds.reading;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Designs;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An attempt and what came of it.
 *
 * @param error the class of its failure, empty if it worked
 */
record Fact(Design design, double score, String error) {
    private static final List<String> ERRORS = List.of("KeyError", "ValueError", "TypeError");

    static Fact drawn(SplittableRandom random) {
        return new Fact(
                Designs.of(random.nextLong()),
                random.nextInt(1, 1_000_000) / 1e6,
                random.nextInt(4) == 0 ? ERRORS.get(random.nextInt(ERRORS.size())) : "");
    }

    boolean failed() {
        return !error.isEmpty();
    }

    /** Returns a program of the toy language that comes to this. */
    String program() {
        return failed() ? "raise " + error + " bad input" : "score " + score + "\nwrite";
    }

    /** Returns a reviewer's words, some sentences long. */
    String review(int sentences) {
        return (failed() ? "It stopped at bad input." : "The program ended well; validation auc is " + score + ".")
                + " Nothing else stands out in what it printed; the file was written where it belongs."
                        .repeat(sentences - 1);
    }

    /** Returns whether this and nothing else was read. */
    boolean isAll(List<AttemptFact> read) {
        return read.size() == 1
                && read.get(0).design().equals(design)
                && read.get(0).error().equals(error)
                && (failed()
                        ? read.get(0).score().isEmpty()
                        : read.get(0).score().orElse(-1) == score);
    }
}

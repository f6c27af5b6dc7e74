package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.AttemptReader;
import dev.trimtab.runtime.model.offline.reader.ExecutionFact;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.util.List;
import java.util.Optional;

/** Decides what an agent that acts tries next: a few kinds of models first, then changes of the best that was read of. */
final class Designer {
    /** Different designs read of before the best is bettered. */
    private static final int DRAFTS = 4;

    /** How often a fresh kind of model is tried all the same. */
    private static final double FRESH = 0.2;

    private final Drafter drafter;
    private final Improver improver;

    /**
     * What is to be tried.
     *
     * @param words the design in its first sentence, then why
     * @param failure what the last run failed with, empty if it did not
     */
    record Idea(String words, String failure) {
        /** Returns all that somebody needs who knows nothing else. */
        String instruction(TaskFacts task) {
            String target = task.target().isEmpty() ? "p" : task.target();
            return words
                    + (failure.isEmpty() ? "" : " The last run of the script failed with " + failure + "; mend that.")
                    + " Print `Validation " + task.metric().word()
                    + ": <value>`."
                    + task.elsewhere()
                            .map(data -> " Read the data from `" + data + "`.")
                            .orElse("")
                    + " Write " + task.folder().submission() + " with the header `"
                    + task.id() + "," + target + "`."
                    + (task.target().isEmpty() ? "" : " The target is `" + task.target() + "`.");
        }
    }

    Designer(Author author) {
        this.drafter = new Drafter(author);
        this.improver = new Improver(author, drafter);
    }

    /** Returns the design that a text tells of last. */
    Optional<AttemptFact> last(String text) {
        List<AttemptFact> told = AttemptReader.read(text);
        return told.isEmpty() ? Optional.empty() : Optional.of(told.get(told.size() - 1));
    }

    /** Returns the same design once more, with what made it fail. */
    Idea mend(Design design, ExecutionFact output) {
        String failure = output.error().replaceAll("[.\\n`]+", " ").strip();
        return new Idea(design.sentence() + " It is kept; what made it fail is mended.", failure);
    }

    /** Returns a fresh design, or a change of the best. */
    Idea next(Request request) {
        List<AttemptFact> read = request.recalled();
        Optional<AttemptFact> best = Drafter.best(read, request.prompt().task().metric());
        long designs = read.stream().map(AttemptFact::design).distinct().count();
        boolean fresh = request.prompt().task().direction().isPresent()
                || designs < DRAFTS
                || request.draws().happens("fresh", FRESH);
        String reply = fresh || best.isEmpty()
                ? drafter.draft(request)
                : improver.improve(request, "// " + best.get().design().sentence());
        int end = reply.indexOf("\n");
        return new Idea(end < 0 ? reply : reply.substring(0, end), "");
    }
}

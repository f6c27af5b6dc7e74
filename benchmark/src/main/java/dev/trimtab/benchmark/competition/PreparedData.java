package dev.trimtab.benchmark.competition;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The prepared data of a competition, in MLE-bench's layout.
 *
 * @param competition whose data it is
 * @param root holds {@code public/}, which an agent sees, and {@code private/}, which it never sees
 */
public record PreparedData(Competition competition, Path root) {
    /** Returns the place of a competition's data below a data directory; it may not exist yet. */
    public static PreparedData in(Path dataDir, Competition competition) {
        return new PreparedData(competition, dataDir.resolve(competition.id()).resolve("prepared"));
    }

    /** Returns the directory that an agent sees. */
    public Path publicDir() {
        return root.resolve("public");
    }

    /** Returns the file of true answers. */
    public Path answers() {
        return root.resolve(competition.definition().files().answers());
    }

    /** Returns a submission that is valid and wins nothing. */
    public Path sampleSubmission() {
        return root.resolve(competition.definition().files().sample());
    }

    /** Returns the description to show: the one prepared with the data, or else ours. */
    public Path description() {
        Path prepared = publicDir().resolve("description.md");
        return Files.isRegularFile(prepared) ? prepared : competition.description();
    }

    /** Returns whether submissions can be graded: the answers are there. */
    public boolean isGradable() {
        return Files.isRegularFile(answers());
    }

    /** Returns whether a run can work on them: answers and sample submission are there. */
    public boolean isReady() {
        return isGradable() && Files.isRegularFile(sampleSubmission());
    }
}

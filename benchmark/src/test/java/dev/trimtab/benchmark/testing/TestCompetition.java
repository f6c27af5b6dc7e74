package dev.trimtab.benchmark.testing;

import dev.trimtab.benchmark.competition.Competition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small competitions written into a folder of a test. */
public final class TestCompetition {
    private TestCompetition() {}

    /**
     * Writes and loads a competition of ten rows, columns {@code a,b}, target {@code y}, metric accuracy.
     *
     * @param set the folder of the set
     * @param extra more lines of {@code competition.yaml}, among them {@code prepare}
     */
    public static Competition write(Path set, String id, String extra, String rawCsv) {
        try {
            Path folder = Files.createDirectories(set.resolve(id));
            Files.writeString(folder.resolve("raw.csv"), rawCsv);
            Files.writeString(folder.resolve("description.md"), "# " + id + "\n");
            Files.writeString(folder.resolve("competition.yaml"), """
                    id: %s
                    title: a test
                    category: tabular
                    set: pocket
                    id-column: id
                    target: y
                    %s
                    """.formatted(id, extra));
            return Competition.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;

/**
 * invasive-species-monitoring: archives that hold one empty folder. MLE-bench's own are like this by an oversight, so no
 * picture reaches an agent; docs/benchmark.md names it.
 */
final class EmptyImageArchives implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        for (String part : List.of("train", "test")) {
            Path archive = work.out("public/" + part + ".7z");
            Files.deleteIfExists(archive);
            try (SevenZOutputFile out = new SevenZOutputFile(archive.toFile())) {
                SevenZArchiveEntry folder = new SevenZArchiveEntry();
                folder.setName(part);
                folder.setDirectory(true);
                out.putArchiveEntry(folder);
                out.closeArchiveEntry();
            }
        }
    }
}

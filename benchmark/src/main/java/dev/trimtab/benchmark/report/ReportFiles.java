package dev.trimtab.benchmark.report;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the pages of a report. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes all pages as they are now, each in place of the last of its name.
     *
     * @return the first page
     * @throws InfrastructureError if one cannot be written
     */
    public static Path write(ReportSite site) {
        for (String page : site.pages()) {
            Path file = site.root().resolve(page);
            site.page(page).ifPresent(data -> write(file, ReportPage.of(data)));
        }
        return site.root().resolve(ReportSite.PAGE);
    }

    /** A run that goes on writes into the same directory, so nothing of its own is touched on the way. */
    private static void write(Path file, String page) {
        Path partial = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(partial, page);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + file + ": " + IoReason.of(e), e);
        }
    }
}

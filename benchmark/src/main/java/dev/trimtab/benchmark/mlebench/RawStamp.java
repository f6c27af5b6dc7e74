package dev.trimtab.benchmark.mlebench;

import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.runtime.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells apart what data are prepared of: the content of recipe and description, and of the raw files, of which there may
 * be terabytes, name, size and time of change of those that lie at the top.
 */
final class RawStamp {
    private RawStamp() {}

    static String of(Path raw, List<Path> whole) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (Path file : whole) {
            byte[] content = Files.readAllBytes(file);
            digest.update((content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        for (Path entry : Files.isDirectory(raw) ? WholeFiles.entries(raw) : List.of(raw)) {
            String size = Files.isRegularFile(entry)
                    ? Files.size(entry) + " " + Files.getLastModifiedTime(entry).toMillis()
                    : "folder";
            digest.update((entry.getFileName() + " " + size + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Compares prepared data with the checksums of the original preparation. */
public final class Checksums {
    private Checksums() {}

    /** Returns the files, such as {@code public/train.csv}, that differ from the competition's checksums; none if it has none. */
    public static List<String> differing(PreparedData data) {
        return data.competition().definition().checksums().entrySet().stream()
                .filter(entry -> !md5(data.root().resolve(entry.getKey())).equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String md5(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(file, sink);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + file + ": " + IoReason.of(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}

package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of all that prepared data are made of: recipe, description and raw files. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Path recipe, Path description, List<Path> raw) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            add(recipe, sink);
            add(description, sink);
            for (Path file : raw) {
                add(file, sink);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(Path file, OutputStream sink) throws IOException {
        sink.write((Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.transferTo(sink);
        }
    }
}

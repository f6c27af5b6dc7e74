package dev.trimtab.runtime.workspace;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files and of whole folders: names and bytes, no times, owners or modes. */
public final class WorkspaceHash {
    private static final int BUFFER = 1 << 16;

    private WorkspaceHash() {}

    /** Returns the hash of a folder's files and their names, in hexadecimal; links and special files do not count. */
    public static String ofFolder(Path folder) {
        MessageDigest digest = sha256();
        try {
            for (FileTrees.Item item : FileTrees.list(folder)) {
                if (item.attributes().isRegularFile()) {
                    line(digest, item.name(), ofFile(item.path()));
                }
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + folder + ": " + IoReason.of(e), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the hash of one file's bytes, in hexadecimal. */
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void line(MessageDigest digest, String name, String hash) {
        digest.update((name + "\0" + hash + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

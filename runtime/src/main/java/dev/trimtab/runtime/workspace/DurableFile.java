package dev.trimtab.runtime.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Files that after a crash are there whole or not at all: a temporary file, forced to disk, moved into place. One writer a folder at a time;
 * what a killed writer left is overwritten by the next.
 */
public final class DurableFile {
    /** What a file is called until it is whole. */
    static final String PARTIAL = ".partial";

    private DurableFile() {}

    /**
     * Writes a file whole, replacing one of that name.
     *
     * @throws IOException if the folder cannot be written; a file of that name is then as it was
     */
    public static void write(Path target, byte[] content) throws IOException {
        Path temporary = parent(target).resolve(PARTIAL);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        move(temporary, target);
    }

    /** Copies a file to the name that its content's SHA-256 has in {@code blobs}, unless it is there, and returns the hash. */
    static String store(Path source, Path blobs) throws IOException {
        Path temporary = blobs.resolve(PARTIAL);
        MessageDigest digest = WorkspaceHash.sha256();
        try (InputStream in = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(temporary), digest)) {
            in.transferTo(out);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        Path target = blobs.resolve(hash);
        if (Files.exists(target)) {
            Files.delete(temporary);
        } else {
            force(temporary, StandardOpenOption.WRITE);
            move(temporary, target);
        }
        return hash;
    }

    private static void move(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(parent(target), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static Path parent(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(target + " is no file in a folder");
        }
        return parent;
    }
}

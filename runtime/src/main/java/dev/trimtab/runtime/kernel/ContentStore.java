package dev.trimtab.runtime.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Files named by a hash, in a directory that several processes may use at once: each file is written whole under another
 * name and then moved, so that a reader finds all of it or nothing.
 *
 * @param directory where the files are
 */
record ContentStore(Path directory) {
    Optional<byte[]> read(String name) throws IOException {
        Path file = file(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void write(String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name.substring(0, 2)));
        Path temporary = Files.createTempFile(folder, ".new-", "");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        return directory.resolve(name.substring(0, 2)).resolve(name);
    }
}

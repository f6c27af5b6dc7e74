package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.Sha256;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files a solution leaves behind: those beneath {@code working} and {@code submission} at one moment.
 *
 * @param files content hash by path relative to the workspace, with {@code /} between its parts
 */
record OutputFolders(SortedMap<String, String> files) {
    private static final List<String> FOLDERS = List.of("working", "submission");

    static OutputFolders of(Path workspace) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String folder : FOLDERS) {
            Path root = workspace.resolve(folder);
            if (!Files.isDirectory(root)) {
                continue;
            }
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        String name = workspace.relativize(file).toString().replace('\\', '/');
                        files.put(name, Sha256.of(Files.readAllBytes(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return new OutputFolders(files);
    }

    String digest() {
        return Sha256.of(files.toString());
    }
}

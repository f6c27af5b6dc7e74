package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Raw files as downloaded, with what was unpacked of them laid over them.
 *
 * @param downloaded the user's folder, only read
 * @param unpacked a folder of ours
 * @param linked whether files of the prepared data may be links to raw ones
 */
public record RawData(Path downloaded, Path unpacked, boolean linked) {
    /** Puts a raw file, or a raw folder with all it holds, to its place in the prepared data, unless it is there. */
    public void put(Path from, Path to) throws IOException {
        if (linked) {
            WholeFiles.link(from, to);
        } else {
            WholeFiles.copy(from, to);
        }
    }

    /** Returns the place of a raw file or folder; it may not exist. */
    public Path file(String name) {
        Path ours = unpacked.resolve(name);
        return Files.exists(ours) ? ours : downloaded.resolve(name);
    }

    /**
     * Returns the files of a folder whose names match, in the order of their names.
     *
     * @param pattern such as {@code train/*.jpg}; only the last part may hold a wildcard
     */
    public List<Path> matching(String pattern) throws IOException {
        int cut = pattern.lastIndexOf('/');
        PathMatcher names = FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(cut + 1));
        Path folder = file(cut < 0 ? "" : pattern.substring(0, cut));
        return WholeFiles.entries(folder).stream()
                .filter(entry -> names.matches(entry.getFileName()))
                .toList();
    }
}

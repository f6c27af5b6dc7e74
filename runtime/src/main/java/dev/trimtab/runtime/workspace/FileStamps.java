package dev.trimtab.runtime.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which file versions were already read, so that unchanged files are not read again. A version is inode, size
 * and change time, which a program cannot set back; a file changed within the clock's grain of the look is always read.
 */
final class FileStamps {
    private static final long GRAIN_MILLIS = 50;

    private final Map<String, Known> known = new HashMap<>();

    private record Stamp(String version, long size, FileTime changed) {}

    private record Known(Stamp stamp, Manifest.Entry entry) {}

    /** Returns what was remembered of a file if it cannot have changed since. */
    Optional<Manifest.Entry> recall(String name, Path file) throws IOException {
        Known last = known.get(name);
        return last != null && last.stamp().equals(stamp(file)) ? Optional.of(last.entry()) : Optional.empty();
    }

    /**
     * Remembers a file that was read whole after {@code look}, a time on the same file system's clock; forgets it if it
     * may still change unseen.
     */
    void remember(String name, Path file, FileTime look, Manifest.Entry entry) throws IOException {
        Stamp stamp = stamp(file);
        if (stamp.changed().toMillis() < look.toMillis() - GRAIN_MILLIS && stamp.size() == entry.bytes()) {
            known.put(name, new Known(stamp, entry));
        } else {
            known.remove(name);
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String version = Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS) + ":"
                + Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        return new Stamp(version, basic.size(), changed);
    }
}

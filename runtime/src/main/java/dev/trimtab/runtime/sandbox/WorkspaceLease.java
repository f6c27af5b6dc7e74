package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A workspace lent to an execution. It is handed to the solution's user, and closing takes it back: files belong to the
 * owner again and are readable, and what could turn on a caller who reads the workspace is gone: links that lead out
 * of it, pipes and sockets, and folders nested deeper than a path can name.
 */
final class WorkspaceLease implements AutoCloseable {
    private final Path workspace;
    private final List<Path> kept;
    private final boolean changesOwner;
    private final int uid;
    private final int owner;
    private final int ownerGroup;
    private final Map<Path, Path> linksBefore = new HashMap<>();
    private long largest;

    private WorkspaceLease(Command command, boolean changesOwner, int uid) throws IOException {
        workspace = command.workspace();
        kept = command.readable().stream()
                .filter(path -> path.startsWith(workspace))
                .toList();
        this.changesOwner = changesOwner;
        this.uid = uid;
        owner = (int) Files.getAttribute(workspace, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        ownerGroup = (int) Files.getAttribute(workspace, "unix:gid", LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Lends the workspace of a command.
     *
     * @param changesOwner whether the solution runs as {@code uid}, so that its files must belong to it
     */
    static WorkspaceLease take(Command command, boolean changesOwner, int uid) {
        try {
            WorkspaceLease lease = new WorkspaceLease(command, changesOwner, uid);
            Files.walkFileTree(lease.workspace, lease.new HandOver());
            return lease;
        } catch (IOException e) {
            throw new InfrastructureError("cannot prepare the workspace " + command.workspace(), e);
        }
    }

    /** Returns the size of the largest regular file at the end; known after {@link #close()}. */
    long largestFile() {
        return largest;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(workspace, new TakeBack());
        } catch (IOException e) {
            throw new InfrastructureError("cannot take back the workspace " + workspace, e);
        }
    }

    private void own(Path path, int user, int group) throws IOException {
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
    }

    private final class HandOver extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (kept.contains(directory)) {
                if (changesOwner) {
                    Files.walkFileTree(directory, new OpenToReaders());
                }
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (changesOwner) {
                own(directory, uid, uid);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                linksBefore.put(file, Files.readSymbolicLink(file));
            } else if (changesOwner && !kept.contains(file) && links(file) == 1) {
                own(file, uid, uid);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A file with a second name may belong to somebody outside the workspace. */
        private int links(Path file) throws IOException {
            return (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Lets the solution's user read what is shown to it but stays the caller's. */
    private final class OpenToReaders extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            return open(
                    directory,
                    EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE),
                    PosixFilePermission.OTHERS_EXECUTE);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            return attributes.isRegularFile()
                    ? open(file, EnumSet.of(PosixFilePermission.GROUP_READ), PosixFilePermission.OTHERS_READ)
                    : FileVisitResult.CONTINUE;
        }

        private FileVisitResult open(Path path, Set<PosixFilePermission> granted, PosixFilePermission already)
                throws IOException {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            if (!permissions.contains(already)) {
                Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
                permissions.addAll(granted);
                Files.setPosixFilePermissions(path, permissions);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private final class TakeBack extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (kept.contains(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            restore(
                    directory,
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));
            if (DeepFolder.is(directory)) {
                new DeepFolder(directory).delete();
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                largest = Math.max(largest, attributes.size());
                restore(file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            } else if (attributes.isOther() || (!isOld(file) && leadsOut(file))) {
                Files.delete(file);
            } else if (changesOwner && !isOld(file)) {
                own(file, owner, ownerGroup);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
            // A directory that its maker closed to everybody: open it and look again.
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                restore(
                        path,
                        EnumSet.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE));
                Files.walkFileTree(path, this);
                return FileVisitResult.CONTINUE;
            }
            throw cause;
        }

        private void restore(Path path, Set<PosixFilePermission> least) throws IOException {
            if (changesOwner && uid == (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)) {
                own(path, owner, ownerGroup);
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            if (permissions.addAll(least)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        }

        private boolean isOld(Path link) throws IOException {
            return Files.readSymbolicLink(link).equals(linksBefore.get(link));
        }

        private boolean leadsOut(Path link) throws IOException {
            try {
                return !link.toRealPath().startsWith(workspace.toRealPath());
            } catch (IOException dangling) {
                return true;
            }
        }
    }
}

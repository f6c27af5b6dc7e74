package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a process and all of its descendants hold at one moment, read from {@code /proc}; empty where there is none.
 *
 * @param processes the processes, the root first
 * @param cpuMillis processor time used, with that of children that have ended
 * @param residentBytes sum of resident sets; pages shared between processes count several times
 * @param tasks processes and threads
 */
record ProcessTree(List<Known> processes, long cpuMillis, long residentBytes, int tasks) {
    private static final Path PROC = Path.of("/proc");
    private static final long MILLIS_PER_TICK = 10;

    /** States of a thread that is stopped, traced, or dead. */
    private static final Set<Character> STILL = Set.of('T', 't', 'Z', 'X', 'x');

    private static final long PAGE_BYTES = pageBytes();

    /**
     * A process that cannot be taken for another that gets its number later.
     *
     * @param pid its number
     * @param started when it was started, in ticks since the machine was
     */
    record Known(long pid, long started) {}

    private record Stat(Known known, boolean zombie, long parent, long ticks, int tasks, long pages) {
        /** Fields as in proc(5); the name, which may hold anything, ends at the last parenthesis. */
        static Stat parse(long pid, String line) {
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", 24);
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return new Stat(
                    new Known(pid, Long.parseLong(fields[19])),
                    // of one whose first thread has ended the others may run on
                    fields[0].equals("Z") && Integer.parseInt(fields[17]) <= 1,
                    Long.parseLong(fields[1]),
                    ticks,
                    Integer.parseInt(fields[17]),
                    Long.parseLong(fields[21]));
        }

        long pid() {
            return known.pid();
        }
    }

    /** Reads the tree beneath one process together with further processes that once belonged to it. */
    static ProcessTree of(long root, Set<Known> strays) {
        Map<Long, List<Stat>> children = new HashMap<>();
        List<Stat> open = new ArrayList<>();
        for (Stat stat : all()) {
            if (stat.pid() == root || strays.contains(stat.known())) {
                open.add(stat);
            }
            children.computeIfAbsent(stat.parent(), parent -> new ArrayList<>()).add(stat);
        }
        Set<Known> seen = new LinkedHashSet<>();
        long ticks = 0;
        long pages = 0;
        int tasks = 0;
        while (!open.isEmpty()) {
            Stat stat = open.remove(open.size() - 1);
            if (seen.add(stat.known())) {
                ticks += stat.ticks();
                pages += stat.pages();
                tasks += stat.tasks();
                open.addAll(children.getOrDefault(stat.pid(), List.of()));
            }
        }
        return new ProcessTree(List.copyOf(seen), ticks * MILLIS_PER_TICK, pages * PAGE_BYTES, tasks);
    }

    /** Returns the numbers of the processes, the root's first. */
    List<Long> pids() {
        return processes.stream().map(Known::pid).toList();
    }

    /** Returns the living processes that belong to a user. */
    static List<Long> ofUser(int uid) {
        List<Long> pids = new ArrayList<>();
        for (Stat stat : all()) {
            try {
                if ((int) Files.getAttribute(PROC.resolve(Long.toString(stat.pid())), "unix:uid") == uid) {
                    pids.add(stat.pid());
                }
            } catch (IOException gone) {
                // The process ended while we looked: it belongs to nobody any more.
            }
        }
        return pids;
    }

    /** Returns the living processes that were started with this line in their environment, as far as one may look. */
    static List<Long> withVariable(String variable) {
        return all().stream()
                .map(Stat::pid)
                .filter(pid -> List.of(read(PROC.resolve(pid + "/environ")).split("\u0000", -1))
                        .contains(variable))
                .toList();
    }

    /** Returns those of these processes of which a thread does not stand still. */
    static List<Long> moving(Collection<Long> pids) {
        return pids.stream().filter(ProcessTree::moves).sorted().toList();
    }

    private static boolean moves(long pid) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
            for (Path thread : threads) {
                String line = read(thread.resolve("stat"));
                if (!line.isEmpty() && !STILL.contains(line.charAt(line.lastIndexOf(')') + 2))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException gone) {
            return false;
        }
    }

    /** Returns resident bytes with shared pages counted once: exact, slower than {@link #residentBytes()}. */
    long proportionalBytes() {
        long kib = 0;
        for (long pid : pids()) {
            for (String line : read(PROC.resolve(pid + "/smaps_rollup")).split("\n", -1)) {
                if (line.startsWith("Pss:")) {
                    kib += Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        return kib * 1024;
    }

    /** Returns the bytes in files that were deleted but are still held open. */
    long deletedFileBytes() {
        long bytes = 0;
        for (long pid : pids()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
                for (Path file : files) {
                    if (Files.readSymbolicLink(file).toString().endsWith(" (deleted)")) {
                        bytes += Files.size(file);
                    }
                }
            } catch (IOException gone) {
                // The process ended while we looked: it holds nothing any more.
            }
        }
        return bytes;
    }

    private static List<Stat> all() {
        List<Stat> stats = new ArrayList<>();
        if (!Files.isDirectory(PROC)) {
            return stats;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                String line = read(entry.resolve("stat"));
                if (!line.isEmpty()) {
                    Stat stat = Stat.parse(Long.parseLong(entry.getFileName().toString()), line);
                    if (!stat.zombie()) {
                        stats.add(stat);
                    }
                }
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot list the processes in /proc", e);
        }
        return stats;
    }

    /** Returns a file's text, empty if its process has ended meanwhile. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static long pageBytes() {
        for (String line : read(PROC.resolve("self/smaps")).split("\n", 64)) {
            if (line.startsWith("KernelPageSize:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 4096;
    }
}

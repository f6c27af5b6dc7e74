package dev.trimtab.runtime.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one execution may use. Passing a limit ends the execution, never the run.
 *
 * @param wallTime time from start to end, over 0
 * @param cpuTime processor time, summed over all processes of the execution, over 0
 * @param memoryBytes resident memory, summed over all processes, at least 16 MiB
 * @param processes processes and threads alive at once, at least 8 (a JVM needs about 30)
 * @param fileBytes size of any one file, at least 4 KiB
 * @param diskBytes how much the workspace may grow in one execution, at least 4 KiB; also the size of its {@code /tmp}
 * @param outputBytes how much of standard output and error is kept, at least 256; more is drained and counted
 */
public record Limits(
        Duration wallTime,
        Duration cpuTime,
        long memoryBytes,
        int processes,
        long fileBytes,
        long diskBytes,
        int outputBytes) {
    private static final long KIB = 1024;
    private static final long GIB = KIB * KIB * KIB;
    private static final int CEILING_FACTOR = 512;

    /** Ten minutes, 2 GiB of memory, 256 processes, 1 GiB a file, 2 GiB of disk, 128 KiB of output. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofMinutes(10), Duration.ofMinutes(20), 2 * GIB, 256, GIB, 2 * GIB, (int) (128 * KIB));

    public Limits {
        atLeast("wall-time (ms)", wallTime.toMillis(), 1);
        atLeast("cpu-time (ms)", cpuTime.toMillis(), 1);
        atLeast("memory-bytes", memoryBytes, 16 * KIB * KIB);
        atLeast("processes", processes, 8);
        atLeast("file-bytes", fileBytes, 4 * KIB);
        atLeast("disk-bytes", diskBytes, 4 * KIB);
        atLeast("output-bytes", outputBytes, 256);
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + " but was " + value);
        }
    }

    /** Returns these limits with another wall time, and twice that as processor time. */
    public Limits withWallTime(Duration time) {
        return new Limits(time, time.multipliedBy(2), memoryBytes, processes, fileBytes, diskBytes, outputBytes);
    }

    /** Returns these limits with no more wall time than is left, at least a millisecond; null for no bound. */
    public Limits within(@Nullable Duration left) {
        if (left == null || left.compareTo(wallTime) >= 0) {
            return this;
        }
        Duration time = left.toMillis() < 1 ? Duration.ofMillis(1) : left;
        return new Limits(time, cpuTime, memoryBytes, processes, fileBytes, diskBytes, outputBytes);
    }

    /** Returns these limits for a machine that is some times slower: so many times the wall time and the processor time. */
    public Limits slower(int times) {
        return new Limits(
                wallTime.multipliedBy(times),
                cpuTime.multipliedBy(times),
                memoryBytes,
                processes,
                fileBytes,
                diskBytes,
                outputBytes);
    }

    /** Returns the bytes of output after which an execution is ended: 512 times what is kept. */
    public long outputCeiling() {
        return (long) outputBytes * CEILING_FACTOR;
    }
}

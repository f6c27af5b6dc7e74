package dev.trimtab.runtime.config;

import java.time.Duration;

/**
 * What one execution may use.
 *
 * @param wallTime from start to end, over 0
 * @param cpuTime summed over its processes, over 0
 * @param memory resident, summed over its processes, at least 16 MiB
 * @param processes alive at once, at least 8
 * @param file size of any one file, at least 4 KiB
 * @param disk how much the workspace may grow, at least 4 KiB
 * @param output how much standard output and error is kept, 256 bytes to 1 GiB
 */
public record LimitsConfig(
        Duration wallTime,
        Duration cpuTime,
        ByteSize memory,
        int processes,
        ByteSize file,
        ByteSize disk,
        ByteSize output) {
    private static final long MIB = 1L << 20;

    public LimitsConfig {
        Ranges.positive("wall-time", wallTime);
        Ranges.positive("cpu-time", cpuTime);
        Ranges.atLeast("memory", memory.bytes(), 16 * MIB);
        Ranges.atLeast("processes", processes, 8);
        Ranges.atLeast("file", file.bytes(), 4096);
        Ranges.atLeast("disk", disk.bytes(), 4096);
        Ranges.atLeast("output", output.bytes(), 256);
        if (output.bytes() > 1024 * MIB) {
            throw new IllegalArgumentException("output must be at most 1GiB but was " + output);
        }
    }
}

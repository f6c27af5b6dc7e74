package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.sandbox.ExecutionResult;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A finished execution as the cache stores it.
 *
 * @param exitCode the program's exit code
 * @param output what it printed, cut
 * @param outputBytes bytes it printed in all
 * @param truncated whether the output was cut
 * @param wallMillis how long it ran
 * @param files content hash of every output file that it wrote or changed, by path; folders as in {@link OutputFolders}
 * @param deleted output files and folders that it removed
 */
record ExecutionRecord(
        int exitCode,
        String output,
        long outputBytes,
        boolean truncated,
        long wallMillis,
        Map<String, String> files,
        Set<String> deleted) {
    ExecutionRecord {
        files = Map.copyOf(files);
        deleted = Set.copyOf(deleted);
    }

    static ExecutionRecord of(ExecutionResult result, OutputFolders before, OutputFolders after) {
        Map<String, String> changed = new TreeMap<>(after.files());
        changed.entrySet()
                .removeIf(file -> file.getValue().equals(before.files().get(file.getKey())));
        Set<String> deleted = new TreeSet<>(before.files().keySet());
        deleted.removeAll(after.files().keySet());
        return new ExecutionRecord(
                result.exitCode(),
                result.output(),
                result.outputBytes(),
                result.truncated(),
                result.wallTime().toMillis(),
                changed,
                deleted);
    }

    ExecutionResult result() {
        return new ExecutionResult(
                exitCode, /* violation= */ null, output, outputBytes, truncated, Duration.ofMillis(wallMillis));
    }
}

package dev.trimtab.runtime.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Spares an execution whose outcome is known: the same program on the same data, with the same output files present
 * before it, under the same kernel and limits. Only deterministic kernels are cached, and never an execution that passed
 * a limit, which may end otherwise on a quieter machine, nor one that left what cannot be given back ({@link OutputFolders}). Recent records are held in memory by Caffeine, all of them in
 * files; output files are kept by their content. Threads and processes may share a directory.
 */
public final class ExecutionCache {
    private static final long MEMORY_RECORDS = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContentStore records;
    private final ContentStore contents;
    private final Cache<String, ExecutionRecord> recent =
            Caffeine.newBuilder().maximumSize(MEMORY_RECORDS).build();

    /**
     * Opens a cache.
     *
     * @param directory where its files are, made when the first one is written
     */
    public ExecutionCache(Path directory) {
        records = new ContentStore(directory.resolve("executions"));
        contents = new ContentStore(directory.resolve("contents"));
    }

    /**
     * Runs a program, or restores the result and the output files of an earlier run of it.
     *
     * @param kernel the kernel; if it is not deterministic the program is run
     * @param key what the result depends on
     * @param workspace where the program runs
     * @param execution runs it
     */
    public CachedExecution run(Kernel kernel, ExecutionKey key, Path workspace, Supplier<ExecutionResult> execution) {
        if (!kernel.deterministic()) {
            return new CachedExecution(execution.get(), /* hit= */ false);
        }
        try {
            OutputFolders before = OutputFolders.of(workspace);
            if (!before.keepable()) {
                return new CachedExecution(execution.get(), /* hit= */ false);
            }
            String name = Sha256.of(key.digest() + before.digest());
            Optional<ExecutionRecord> known = find(name);
            if (known.isPresent() && restore(known.get(), workspace)) {
                return new CachedExecution(known.get().result(), /* hit= */ true);
            }
            ExecutionResult result = execution.get();
            OutputFolders after = OutputFolders.of(workspace);
            if (result.violation() == null && after.keepable()) {
                store(name, ExecutionRecord.of(result, before, after), workspace);
            }
            return new CachedExecution(result, /* hit= */ false);
        } catch (IOException e) {
            throw new InfrastructureError("cannot use the execution cache in " + records.directory(), e);
        }
    }

    private Optional<ExecutionRecord> find(String name) throws IOException {
        ExecutionRecord inMemory = recent.getIfPresent(name);
        if (inMemory != null) {
            return Optional.of(inMemory);
        }
        Optional<byte[]> json = records.read(name);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            ExecutionRecord onDisk = JSON.readValue(json.get(), ExecutionRecord.class);
            recent.put(name, onDisk);
            return Optional.of(onDisk);
        } catch (JsonProcessingException damaged) {
            records.delete(name);
            return Optional.empty();
        }
    }

    /** Writes files and folders back; changes nothing and returns false if the content of one is lost. */
    private boolean restore(ExecutionRecord known, Path workspace) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (Map.Entry<String, String> file : known.files().entrySet()) {
            Optional<byte[]> content = OutputFolders.isFolder(file.getKey())
                    ? Optional.of(new byte[0])
                    : contents.read(file.getValue()).filter(c -> Sha256.of(c).equals(file.getValue()));
            if (content.isEmpty()) {
                contents.delete(file.getValue());
                return false;
            }
            found.put(file.getKey(), content.get());
        }
        for (String gone : new TreeSet<>(known.deleted()).descendingSet()) {
            Files.deleteIfExists(workspace.resolve(gone));
        }
        for (Map.Entry<String, byte[]> file : found.entrySet()) {
            Path path = workspace.resolve(file.getKey());
            if (OutputFolders.isFolder(file.getKey())) {
                Files.createDirectories(path);
            } else {
                Files.write(path, file.getValue());
            }
        }
        return true;
    }

    private void store(String name, ExecutionRecord known, Path workspace) throws IOException {
        for (Map.Entry<String, String> file : known.files().entrySet()) {
            if (OutputFolders.isFolder(file.getKey())) {
                continue;
            }
            contents.write(file.getValue(), Files.readAllBytes(workspace.resolve(file.getKey())));
        }
        records.write(name, JSON.writeValueAsBytes(known));
        recent.put(name, known);
    }
}

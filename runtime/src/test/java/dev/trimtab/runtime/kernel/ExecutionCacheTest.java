package dev.trimtab.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache may spare an execution only where nobody could tell the difference. */
final class ExecutionCacheTest {
    private static final ExecutionResult PRINTED =
            new ExecutionResult(0, null, "score: 1\n", 9, false, Duration.ofMillis(1234));

    @TempDir
    Path directory;

    private static final Kernel KERNEL = new FakeKernel(/* deterministic= */ true);
    private static final ExecutionKey KEY = ExecutionKey.of(KERNEL, "program", "data", Limits.DEFAULT);

    private final AtomicInteger executions = new AtomicInteger();
    private Path workspace;

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = newWorkspace("first");
    }

    @Test
    void run_sameProgramInAnotherWorkspace_restoresResultAndFiles() throws IOException {
        ExecutionCache cache = cache();
        Path other = newWorkspace("second");

        CachedExecution first = run(cache, "program", workspace, PRINTED);
        CachedExecution second = run(cache, "program", other, PRINTED);

        assertThat(first.hit()).isFalse();
        assertThat(second).isEqualTo(new CachedExecution(PRINTED, /* hit= */ true));
        assertThat(other.resolve("working/submission.csv")).hasContent("id,target");
        assertThat(executions).hasValue(1);
    }

    @Test
    void run_fileLeftBesideTheFolders_isRestored() throws IOException {
        ExecutionCache cache = cache();
        for (String name : List.of("first", "second")) {
            Path where = name.equals("first") ? workspace : newWorkspace(name);
            cache.run(KERNEL, KEY, where, () -> {
                executions.incrementAndGet();
                try {
                    Files.writeString(where.resolve("model.txt"), "weights");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return PRINTED;
            });
        }

        assertThat(executions).hasValue(1);
        assertThat(directory.resolve("second/model.txt")).hasContent("weights");
    }

    @Test
    void run_foldersMadeAndRemoved_areRestored() throws IOException {
        newWorkspace("second");
        for (String name : List.of("first", "second")) {
            Files.createDirectories(directory.resolve(name + "/working/old/deep"));
            Files.writeString(directory.resolve(name + "/working/old/file"), "old");
        }
        ExecutionCache cache = cache();
        for (String name : List.of("first", "second")) {
            Path where = directory.resolve(name);
            cache.run(KERNEL, KEY, where, () -> {
                execute(where, PRINTED);
                try {
                    Files.delete(where.resolve("working/old/file"));
                    Files.delete(where.resolve("working/old/deep"));
                    Files.delete(where.resolve("working/old"));
                    Files.createDirectories(where.resolve("working/new/empty"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return PRINTED;
            });
        }

        assertThat(executions).hasValue(1);
        assertThat(directory.resolve("second/working/new/empty")).isDirectory();
        assertThat(directory.resolve("second/working/old")).doesNotExist();
    }

    @Test
    void run_leavesALink_isNotStored() throws IOException {
        ExecutionCache cache = cache();
        for (Path where : List.of(workspace, newWorkspace("second"))) {
            cache.run(KERNEL, KEY, where, () -> {
                execute(where, PRINTED);
                try {
                    Files.createSymbolicLink(where.resolve("working/link"), Path.of("submission.csv"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return PRINTED;
            });
        }

        assertThat(executions).hasValue(2);
    }

    @Test
    void run_cacheOpenedAgain_findsWhatWasStored() throws IOException {
        run(cache(), "program", workspace, PRINTED);

        assertThat(run(cache(), "program", newWorkspace("second"), PRINTED).hit())
                .isTrue();
    }

    @Test
    void run_otherProgramDataOrEarlierOutput_isExecuted() throws IOException {
        ExecutionCache cache = cache();
        run(cache, "program", workspace, PRINTED);

        assertThat(run(cache, "program ", newWorkspace("second"), PRINTED).hit())
                .isFalse();
        assertThat(run(cache, "program", workspace, PRINTED).hit()).isFalse();
        assertThat(executions).hasValue(3);
    }

    @Test
    void run_passedALimit_isNotStored() throws IOException {
        ExecutionCache cache = cache();
        ExecutionResult slow = new ExecutionResult(137, Violation.TIMEOUT, "", 0, false, Duration.ofSeconds(1));
        run(cache, "program", workspace, slow);

        assertThat(run(cache, "program", newWorkspace("second"), slow).hit()).isFalse();
    }

    @Test
    void run_kernelNotDeterministic_isExecutedAlways() throws IOException {
        ExecutionCache cache = cache();
        Kernel kernel = new FakeKernel(/* deterministic= */ false);
        ExecutionKey key = ExecutionKey.of(kernel, "program", "data", Limits.DEFAULT);

        cache.run(kernel, key, workspace, () -> execute(workspace, PRINTED));
        cache.run(kernel, key, newWorkspace("second"), () -> execute(workspace, PRINTED));

        assertThat(executions).hasValue(2);
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    @Test
    void run_storedFilesDamaged_executesAgain() throws IOException {
        run(cache(), "program", workspace, PRINTED);
        try (Stream<Path> files = Files.walk(directory.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "{torn");
            }
        }

        assertThat(run(cache(), "program", newWorkspace("second"), PRINTED).hit())
                .isFalse();
        assertThat(run(cache(), "program", newWorkspace("third"), PRINTED).hit())
                .isTrue();
    }

    private ExecutionCache cache() {
        return new ExecutionCache(directory.resolve("cache"));
    }

    private Path newWorkspace(String name) throws IOException {
        Path made = directory.resolve(name);
        Files.createDirectories(made.resolve("working"));
        Files.createDirectories(made.resolve("submission"));
        return made;
    }

    private CachedExecution run(ExecutionCache cache, String program, Path where, ExecutionResult result) {
        Kernel kernel = new FakeKernel(/* deterministic= */ true);
        ExecutionKey key = ExecutionKey.of(kernel, program, "data", Limits.DEFAULT);
        return cache.run(kernel, key, where, () -> execute(where, result));
    }

    private ExecutionResult execute(Path where, ExecutionResult result) {
        executions.incrementAndGet();
        try {
            Files.writeString(where.resolve("working/submission.csv"), "id,target");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private record FakeKernel(boolean deterministic) implements Kernel {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public String language() {
            return name();
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public String solutionFile() {
            return "solution";
        }

        @Override
        public String fenceLanguage() {
            return "text";
        }

        @Override
        public boolean parses(String code) {
            return true;
        }

        @Override
        public Command command(Path workspace, Limits limits) {
            throw new UnsupportedOperationException("executions are faked");
        }

        @Override
        public @Nullable ErrorSummary errorOf(ExecutionResult result, String code) {
            return null;
        }

        @Override
        public List<String> packages() {
            return List.of();
        }
    }
}

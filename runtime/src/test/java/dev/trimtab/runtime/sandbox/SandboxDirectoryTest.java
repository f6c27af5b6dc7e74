package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a killed Trimtab left is cleared by whoever starts next, also if several do at once. */
final class SandboxDirectoryTest {
    private static final int LEFTOVERS = 100;
    private static final int STARTERS = 6;

    @Test
    void open_byManyAtOnceWithLeftovers_clearsThemAndNobodyFails() throws Exception {
        List<Path> leftovers = leftovers();
        CyclicBarrier start = new CyclicBarrier(STARTERS);
        ExecutorService threads = Executors.newFixedThreadPool(STARTERS);
        List<Future<?>> starts = new ArrayList<>();
        for (int i = 0; i < STARTERS; i++) {
            starts.add(threads.submit(() -> {
                start.await();
                SandboxDirectory.open().close();
                return null;
            }));
        }

        assertThat(starts).allSatisfy(done -> assertThatCode(done::get).doesNotThrowAnyException());
        threads.shutdown();
        SandboxDirectory.open().close();
        assertThat(leftovers).allSatisfy(directory -> assertThat(directory).doesNotExist());
    }

    @Test
    void forProbe_isNamedAfterItsMaker_soThatTheNextStartRemovesIt() throws IOException {
        Path probe = SandboxDirectory.forProbe();

        assertThat(probe.getFileName().toString())
                .startsWith("trimtab-sandbox-" + ProcessHandle.current().pid() + "-");
        Files.delete(probe);
    }

    private static List<Path> leftovers() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        List<Path> leftovers = new ArrayList<>();
        for (int i = 0; i < LEFTOVERS; i++) {
            Path directory = Files.createTempDirectory("trimtab-sandbox-" + dead.pid() + "-");
            Files.createFile(directory.resolve("status-0"));
            Files.createDirectory(directory.resolve("root"));
            leftovers.add(directory);
        }
        return leftovers;
    }
}

package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of a process holds for that process only. */
final class ProcessTreeTest {
    private Process root;
    private Process stray;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
        root = new ProcessBuilder("sleep", "60").start();
        stray = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        root.destroyForcibly();
        stray.destroyForcibly();
    }

    @Test
    void of_processThatOnceBelonged_countsAsLongAsItIsTheSame() {
        ProcessTree.Known known =
                ProcessTree.of(stray.pid(), Set.of()).processes().get(0);

        assertThat(ProcessTree.of(root.pid(), Set.of(known)).pids()).containsExactlyInAnyOrder(root.pid(), stray.pid());
    }

    @Test
    void of_anotherProcessUnderTheNumberOfOneThatIsGone_isNotCounted() {
        ProcessTree.Known known =
                ProcessTree.of(stray.pid(), Set.of()).processes().get(0);
        ProcessTree.Known gone = new ProcessTree.Known(known.pid(), known.started() - 1);

        assertThat(ProcessTree.of(root.pid(), Set.of(gone)).pids()).containsExactly(root.pid());
    }
}

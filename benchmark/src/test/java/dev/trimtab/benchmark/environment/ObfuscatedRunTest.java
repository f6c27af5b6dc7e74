package dev.trimtab.benchmark.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObfuscatedRunTest {
    @TempDir
    Path dir;

    @Test
    void run_obfuscated_leavesNoOriginalDescriptionWhereTheAgentReads() {
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--steps", "1", "--obfuscated");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(dir.resolve("run/workspace/input/train.csv")).exists();
        assertThat(dir.resolve("run/workspace/input/description.md")).doesNotExist();
    }
}

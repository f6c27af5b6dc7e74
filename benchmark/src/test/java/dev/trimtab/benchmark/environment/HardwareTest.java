package dev.trimtab.benchmark.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.config.DockerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine has, read from made-up process file systems: no graphics processor was at hand. */
final class HardwareTest {
    private static final long GIB = 1L << 30;
    private static final Hardware MACHINE = new Hardware("a model", 8, 64 * GIB, List.of("NVIDIA A10", "NVIDIA T4"));

    @TempDir
    private Path proc;

    @Test
    void graphics_cardsOfTheDriver_areNamedInTheOrderOfTheirSlots() throws IOException {
        card("0000:41:00.0", "Model: \t\t NVIDIA T4\nIRQ:   \t\t 12\n");
        card("0000:01:00.0", "Model: \t\t NVIDIA A10\n");

        assertThat(Hardware.graphics(proc)).containsExactly("NVIDIA A10", "NVIDIA T4");
    }

    @Test
    void graphics_withoutADriver_areNone() {
        assertThat(Hardware.graphics(proc)).isEmpty();
    }

    @Test
    void processor_isTheFirstModelNamed() throws IOException {
        Files.writeString(
                proc.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: Some CPU @ 2.10GHz\n\nmodel name\t: x\n");

        assertThat(Hardware.processor(proc)).isEqualTo("Some CPU @ 2.10GHz");
        assertThat(Hardware.processor(proc.resolve("none"))).isEmpty();
    }

    @Test
    void here_hasProcessorsAndMemory() {
        Hardware here = Hardware.here();

        assertThat(here.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.memory()).isGreaterThan(GIB / 4);
    }

    @Test
    void ofProgram_inAContainer_hasWhatTheContainerGets() {
        DockerConfig docker = new DockerConfig(null, "image", 2.5, 1);

        Hardware program = MACHINE.ofProgram(16 * GIB, docker, /* devicesHidden= */ true);

        assertThat(program).isEqualTo(new Hardware("a model", 2, 16 * GIB, List.of("NVIDIA A10")));
        assertThat(MACHINE.ofProgram(16 * GIB, new DockerConfig(null, "image", null, -1), true)
                        .graphics())
                .isEqualTo(MACHINE.graphics());
    }

    @Test
    void ofProgram_behindNamespaces_hasNoGraphicsProcessor() {
        assertThat(MACHINE.ofProgram(128 * GIB, null, /* devicesHidden= */ true))
                .isEqualTo(new Hardware("a model", 8, 64 * GIB, List.of()));
        assertThat(MACHINE.ofProgram(128 * GIB, null, /* devicesHidden= */ false))
                .isEqualTo(MACHINE);
    }

    private void card(String slot, String information) throws IOException {
        Path folder = Files.createDirectories(proc.resolve("driver/nvidia/gpus").resolve(slot));
        Files.writeString(folder.resolve("information"), information);
    }
}

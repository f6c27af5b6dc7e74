package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.environment.Hardware;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.kernel.Kernels;
import dev.trimtab.runtime.sandbox.DockerSandbox;
import dev.trimtab.runtime.sandbox.DockerSettings;
import dev.trimtab.runtime.sandbox.Isolation;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at what a machine has: languages, libraries, isolation, control groups, a container engine. */
final class MachineFindings {
    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

    private MachineFindings() {}

    /** @param home the checkout */
    static List<Finding> of(Path home) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("jdk", true, System.getProperty("java.version"), "runs Trimtab and Java solutions"));
        findings.addAll(hardware(Hardware.here()));
        Kernels kernels = Kernels.of(home, null);
        findings.addAll(java(kernels));
        findings.add(kernel(kernels, "python", "solutions in Python with scikit-learn, the default of real models"));
        findings.add(isolation(home));
        findings.add(controlGroups());
        findings.add(docker(home));
        return findings;
    }

    private static List<Finding> hardware(Hardware machine) {
        return List.of(
                new Finding(
                        "hardware",
                        true,
                        machine.processorWords() + ", " + machine.memoryWords() + " of memory",
                        "what programs may use at most (execution, docker and limits in configs/reference.yaml)"),
                new Finding(
                        "graphics",
                        !machine.graphics().isEmpty(),
                        machine.graphicsWords(),
                        "programs on graphics processors in containers (--resources gpu1, gpu2)"));
    }

    private static List<Finding> java(Kernels kernels) {
        Finding java = kernel(kernels, "java", "solutions in Java, the default of the offline engineer");
        String unlocks = "boosted trees of XGBoost in Java solutions; the offline engineer does without";
        if (!java.there()) {
            return List.of(java, new Finding("libgomp", false, "not looked for without a Java kernel", unlocks));
        }
        List<String> missing = kernels.open("java").missing();
        return List.of(
                java,
                missing.isEmpty()
                        ? new Finding("libgomp", true, "XGBoost4J works", unlocks)
                        : new Finding("libgomp", false, String.join("; ", missing), unlocks));
    }

    private static Finding kernel(Kernels kernels, String name, String unlocks) {
        try {
            Kernel kernel = kernels.open(name);
            return new Finding(
                    "kernel " + name,
                    true,
                    kernel.language() + " with " + String.join(", ", kernel.packages()),
                    unlocks);
        } catch (UserError | InfrastructureError e) {
            return new Finding("kernel " + name, false, String.valueOf(e.getMessage()), unlocks);
        }
    }

    private static Finding isolation(Path home) {
        try (LocalSandbox sandbox = LocalSandbox.open(List.of(home))) {
            Isolation isolation = sandbox.isolation();
            return new Finding(
                    "isolation",
                    !isolation.answersReadable(),
                    isolation.description(),
                    "real models without --unsafe-local");
        }
    }

    private static Finding controlGroups() {
        boolean second = Files.exists(CONTROL_GROUPS.resolve("cgroup.controllers"));
        boolean first = Files.isDirectory(CONTROL_GROUPS.resolve("memory"));
        return new Finding(
                "control groups",
                first || second,
                second ? "version 2" : first ? "version 1" : "none",
                "limits on memory and processes by the kernel where its groups can be written, else by a watch");
    }

    private static Finding docker(Path home) {
        String unlocks =
                "solutions in containers (--sandbox docker), and with its NVIDIA runtime on graphics processors";
        DockerSettings settings = new DockerSettings(
                DockerSettings.usualHost(System.getenv()),
                DockerSettings.DEFAULT_IMAGE,
                /* cpus= */ null,
                /* gpus= */ 0);
        try (DockerSandbox sandbox = DockerSandbox.open(settings, List.of(home))) {
            return new Finding("docker engine", true, sandbox.isolation().description(), unlocks);
        } catch (UserError | InfrastructureError e) {
            return new Finding("docker engine", false, String.valueOf(e.getMessage()), unlocks);
        }
    }
}

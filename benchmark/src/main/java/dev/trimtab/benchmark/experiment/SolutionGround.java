package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.DockerConfig;
import dev.trimtab.runtime.config.ExecutionConfig;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.config.SandboxKind;
import dev.trimtab.runtime.kernel.ImageSite;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.kernel.Kernels;
import dev.trimtab.runtime.sandbox.DockerSandbox;
import dev.trimtab.runtime.sandbox.DockerSettings;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import dev.trimtab.runtime.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What solutions run in: a sandbox, and the kernel that it confines.
 *
 * @param sandbox the sandbox, owned by this
 * @param kernel a language as it is installed where the sandbox runs programs
 */
record SolutionGround(Sandbox sandbox, Kernel kernel) implements AutoCloseable {
    /**
     * Opens what a configuration asks for.
     *
     * @param home the checkout, which no solution may see
     * @param dataDir where prepared data are, which no solution may see
     * @param kind the language of solutions
     * @param environment where an engine's address may come from
     * @throws UserError if the language or the image is missing
     * @throws InfrastructureError if containers are asked for and no engine answers
     */
    static SolutionGround open(
            Path home, Path dataDir, RunConfig config, KernelKind kind, Map<String, String> environment) {
        List<Path> hidden = List.of(home, dataDir);
        String language = kind.name().toLowerCase(Locale.ROOT);
        ExecutionConfig execution = config.execution();
        String python = execution.python() == null ? null : execution.python().toString();
        if (execution.sandbox() == SandboxKind.LOCAL) {
            Kernel kernel = Kernels.of(home, python).open(language);
            return new SolutionGround(LocalSandbox.open(hidden), kernel);
        }
        DockerSandbox sandbox = DockerSandbox.open(settings(config.docker(), environment), hidden);
        try {
            Kernel kernel = Kernels.of(home, python, new ImageSite(sandbox, sandbox.imageId()))
                    .open(language);
            return new SolutionGround(sandbox, kernel);
        } catch (UserError | InfrastructureError e) {
            sandbox.close();
            throw e;
        }
    }

    private static DockerSettings settings(DockerConfig docker, Map<String, String> environment) {
        String host = docker.host() == null ? DockerSettings.usualHost(environment) : docker.host();
        return new DockerSettings(host, docker.image(), docker.cpus(), docker.gpus());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}

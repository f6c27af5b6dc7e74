package dev.trimtab.benchmark.cli;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.kernel.Kernels;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelListener;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.ModelProbe;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what this machine has and what each thing unlocks; with a model, whether one tiny call works. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine has and what each thing unlocks.")
public final class DoctorCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Option(names = "--model", paramLabel = "M", description = "Also make one tiny call to this model.")
    private @Nullable String model;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("JDK " + System.getProperty("java.version") + ": runs Trimtab and the Java kernel");
        kernels(out);
        try (LocalSandbox sandbox = LocalSandbox.open(List.of(Home.path()))) {
            out.println("sandbox: " + sandbox.isolation().description()
                    + (sandbox.isolation().answersReadable()
                            ? "; real models are refused without --unsafe-local"
                            : "; real models may run"));
        }
        out.println("docker: not used by this version");
        ModelPresets presets = new ModelPresets(Home.path().resolve("configs/models"));
        for (String name : presets.names()) {
            out.println("model " + name + ": " + keyState(presets.load(name)));
        }
        out.flush();
        return model == null ? 0 : probe(out, presets.load(model));
    }

    private static void kernels(PrintWriter out) {
        Path libraries = Home.path().resolve("runtime/target/java-kernel");
        Kernels kernels = new Kernels(libraries, null);
        for (String name : List.of("java", "python")) {
            try {
                Kernel kernel = kernels.open(name);
                out.println("kernel " + name + ": " + kernel.version() + "; libraries "
                        + String.join(", ", kernel.packages()));
            } catch (UserError | InfrastructureError e) {
                out.println("kernel " + name + ": not available: " + e.getMessage());
            }
        }
        if (!Files.isDirectory(libraries)) {
            out.println("the Java kernel's libraries are not built yet; run ./trimtab quickstart");
        }
    }

    private static String keyState(ModelConfig config) {
        if (config.provider() == ModelProvider.OFFLINE) {
            return "needs nothing. " + OfflineEngineer.NOTICE;
        }
        if (config.apiKeyEnv() == null) {
            return "needs no key, but a server at " + config.baseUrl();
        }
        String key = System.getenv(config.apiKeyEnv());
        return key == null || key.isBlank()
                ? "set " + config.apiKeyEnv() + " to use it"
                : config.apiKeyEnv() + " is set; check it with --model";
    }

    private static int probe(PrintWriter out, ModelConfig config) {
        if (config.provider() == ModelProvider.OFFLINE) {
            out.println(OfflineEngineer.NOTICE + " It needs no check.");
            return 0;
        }
        CalibratedTokenCounter counter = ChatModels.counter(config);
        InstantSource clock = InstantSource.system();
        ModelSession session = ModelSession.of(
                new BudgetMeter(BudgetLimits.NONE, clock),
                counter,
                new RandomStreams(0).stream(0, "retry-jitter"),
                ModelListener.NONE);
        ModelProbe.Report report =
                new ModelProbe(config, new ChatModels(System.getenv()).create(config, session), counter).run();
        report.lines().forEach(out::println);
        out.flush();
        return report.usable() ? 0 : BAD_INPUT;
    }
}

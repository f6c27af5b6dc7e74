package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelListener;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.ModelProbe;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
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

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the model's server is; the model may then be any name that the server knows.")
    private @Nullable String baseUrl;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * What was found.
     *
     * @param machine what the machine has
     * @param models which models can be named
     * @param probe what the call to the named model showed, or null where none was made
     */
    private record Report(List<Finding> machine, List<Finding> models, ModelProbe.@Nullable Report probe) {}

    @Override
    public Integer call() {
        if (baseUrl != null && model == null) {
            throw new UserError("--base-url says where a model is; give --model, too");
        }
        PrintWriter out = spec.commandLine().getOut();
        ModelPresets presets = new ModelPresets(Home.path().resolve("configs/models"));
        List<Finding> machine = MachineFindings.of(Home.path());
        List<Finding> models = ModelFindings.of(presets, System.getenv());
        if (!json) {
            machine.forEach(finding -> out.println(finding.line()));
            models.forEach(finding -> out.println(finding.line()));
            out.flush();
        }
        ModelProbe.Report probe = model == null ? null : probe(presets, model, baseUrl);
        if (json) {
            out.println(ReportJson.of(new Report(machine, models, probe)));
        } else if (probe != null) {
            probe.lines().forEach(out::println);
        }
        out.flush();
        return probe == null || probe.usable() ? 0 : BAD_INPUT;
    }

    private static ModelProbe.Report probe(ModelPresets presets, String model, @Nullable String baseUrl) {
        ModelConfig config = presets.load(model, baseUrl, System.getenv());
        ModelProbe.Report report = probe(config);
        List<String> lines = new ArrayList<>(report.lines());
        presets.assumption(model, baseUrl, config).ifPresent(lines::add);
        return new ModelProbe.Report(report.usable(), lines);
    }

    private static ModelProbe.Report probe(ModelConfig config) {
        if (config.provider() == ModelProvider.OFFLINE) {
            return new ModelProbe.Report(true, List.of(OfflineEngineer.NOTICE + " It needs no check."));
        }
        CalibratedTokenCounter counter = ChatModels.counter(config);
        ModelSession session = ModelSession.of(
                new BudgetMeter(BudgetLimits.NONE, InstantSource.system()),
                counter,
                new RandomStreams(0).stream(0, "retry-jitter"),
                ModelListener.NONE);
        return new ModelProbe(config, new ChatModels(System.getenv()).create(config, session), counter).run();
    }
}

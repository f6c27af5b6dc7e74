package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.tuning.TunedPolicy;
import dev.trimtab.benchmark.tuning.Tuner;
import dev.trimtab.benchmark.tuning.Tuning;
import dev.trimtab.benchmark.tuning.Validation;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tune}: the parameters of policies by the same budget of simulated searches or of real runs each. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description = {
            "Tunes policies in simulated development worlds, or by real runs on development competitions, each by the same",
            "budget, writes their files, and compares each with the policy as it is where nothing was tuned. Runs are kept: the same command goes on after an interruption."
        })
public final class TuneCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A name in configs/tuning, or a path that ends in .yaml.")
    private String file = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the tuned policies' files go; runs go below it (default: printed only, runs under runs/).")
    private @Nullable Path out;

    @Option(names = "--policy", paramLabel = "P", description = "Tune this policy of the file only; may be repeated.")
    private List<String> only = List.of();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Option(names = "-o", paramLabel = "KEY=VALUE", description = "Overrides a key of the file; may be repeated.")
    private List<String> options = List.of();

    @Option(names = "--json", description = "Print the results as JSON instead of lines.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path home = Home.path();
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.file(NamedFiles.find(home.resolve("configs/tuning"), "tuning", file)));
        options.forEach(option -> layers.add(Layer.option(option)));
        Tuning tuning = new ConfigLoader().load(layers, Tuning.DEFAULT);
        List<Tuning.Arm> arms = tuning.arms().stream()
                .filter(arm -> only.isEmpty() || only.contains(arm.policy()))
                .toList();
        if (arms.isEmpty()) {
            throw new UserError("nothing to tune: " + file + " holds none of the policies " + only);
        }
        ExecutorService threads = jobs.threads();
        try {
            Tuner tuner = tuner(home, tuning, threads);
            List<TunedPolicy> tuned = new ArrayList<>();
            for (Tuning.Arm arm : arms) {
                tuned.add(told(home, tuner.tune(arm)));
            }
            if (json) {
                spec.commandLine().getOut().println(ReportJson.of(tuned));
            } else {
                tuned.forEach(this::validated);
            }
        } finally {
            threads.shutdown();
        }
        return 0;
    }

    private Tuner tuner(Path home, Tuning tuning, ExecutorService threads) {
        if (tuning.objective() == Tuning.Kind.ECOLOGY) {
            return Tuner.onEcology(home, threads, tuning);
        }
        CompetitionSets sets = BuiltInSets.find();
        Path root = out == null ? home.resolve("runs/tune-" + name()) : out.resolve("runs");
        PrintWriter progress = spec.commandLine().getErr();
        return Tuner.onRuns(
                new Tuner.Place(home, sets, dataDir.path().toAbsolutePath(), System.getenv()),
                tuning,
                root.toAbsolutePath(),
                jobs.number(),
                runs -> new ExperimentProgress(progress, runs));
    }

    private String name() {
        String last = String.valueOf(Path.of(file).getFileName());
        return last.endsWith(".yaml") ? last.substring(0, last.length() - ".yaml".length()) : last;
    }

    private void validated(TunedPolicy policy) {
        PrintWriter writer = spec.commandLine().getOut();
        Validation seen = policy.validation();
        if (seen != null) {
            writer.printf(
                    Locale.ROOT,
                    "%s held out (%s, %s): tuned %.4f, as it is %.4f, difference %+.4f [%+.4f, %+.4f]%n",
                    policy.policy(),
                    seen.heldOut().substring(0, 12),
                    Counted.of(seen.pairs(), "pair"),
                    seen.tuned(),
                    seen.untuned(),
                    seen.difference(),
                    seen.interval().low(),
                    seen.interval().high());
            writer.flush();
        }
    }

    private TunedPolicy told(Path home, TunedPolicy policy) {
        if (out != null) {
            policy.write(home, out);
        }
        if (!json) {
            PrintWriter writer = spec.commandLine().getOut();
            writer.printf(
                    Locale.ROOT,
                    "%s: %s %.4f (development %s %s) by %d of %d %s, %d settings: %s%n",
                    policy.policy(),
                    policy.measure(),
                    policy.success(),
                    policy.places(),
                    policy.worlds().substring(0, 12),
                    policy.spent(),
                    policy.budget(),
                    policy.counted(),
                    policy.candidates(),
                    policy.chosen().isEmpty() ? "as it is" : policy.chosen());
            writer.flush();
        }
        return policy;
    }
}

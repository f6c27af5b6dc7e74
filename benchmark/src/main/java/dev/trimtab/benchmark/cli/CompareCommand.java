package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.comparison.Comparer;
import dev.trimtab.benchmark.comparison.ComparisonFiles;
import dev.trimtab.benchmark.comparison.ComparisonText;
import dev.trimtab.benchmark.comparison.RunComparison;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.runtime.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: paired statistics of finished runs. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares finished runs: headline figures of each arm, and a policy with every other.",
            "Those are over the same competitions and seeds, matched on calls and on tokens, with intervals corrected for the whole table."
        })
public final class CompareCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = {
                "Directories of finished runs, and of experiments, of which the finished runs count.",
                "A run that is named itself and not finished is exit code 2."
            })
    private List<Path> directories = List.of();

    @Option(
            names = "--reference",
            paramLabel = "POLICY",
            description = "The policy that every other is compared with (default: ${DEFAULT-VALUE}).")
    private String reference = "portfolio";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where comparison.json, arms.csv, contrasts.csv and table.txt go.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the comparison as JSON instead of tables.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CompetitionSets sets = BuiltInSets.find();
        List<RunOutcome> outcomes = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        for (Path directory : directories) {
            Path root = directory.toAbsolutePath();
            if (ExperimentDirectory.isOne(root)) {
                collect(ExperimentDirectory.open(root).cells(), outcomes, omitted);
            } else {
                outcomes.add(RunOutcome.read(Home.path(), root, sets));
            }
        }
        requireReference(outcomes);
        RunComparison comparison = Comparer.compare(reference, outcomes, omitted);
        if (out != null) {
            ComparisonFiles.write(out, comparison);
        }
        PrintWriter print = spec.commandLine().getOut();
        print.println(
                json ? ReportJson.of(comparison) : ComparisonText.of(comparison).stripTrailing());
        print.flush();
        return 0;
    }

    /** A name that somebody asked for and no run has is a slip, where the default is only not there. */
    private void requireReference(List<RunOutcome> outcomes) {
        Set<String> policies =
                outcomes.stream().map(outcome -> outcome.arm().policy()).collect(Collectors.toCollection(TreeSet::new));
        boolean asked = spec.commandLine().getParseResult().hasMatchedOption("--reference");
        if (asked && !policies.contains(reference)) {
            throw new UserError("--reference " + reference + " is the policy of no finished run here; there are: "
                    + String.join(", ", policies));
        }
    }

    /** Sorts an experiment's cells into what finished runs came to, and what there is to say of the others. */
    static void collect(List<CellRecord> cells, List<RunOutcome> outcomes, List<String> omitted) {
        for (CellRecord cell : cells) {
            if (cell.outcome() != null) {
                outcomes.add(cell.outcome());
            } else {
                String reason = cell.reason() == null ? "" : ": " + cell.reason();
                omitted.add(cell.id() + " " + cell.status().name().toLowerCase(Locale.ROOT) + reason);
            }
        }
    }
}

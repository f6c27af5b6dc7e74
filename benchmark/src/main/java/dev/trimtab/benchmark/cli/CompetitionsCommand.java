package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.ReportJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code competitions}: lists what can be solved. */
@Command(name = "competitions", mixinStandardHelpOptions = true, description = "Lists the competitions.")
public final class CompetitionsCommand implements Runnable {
    @Option(
            names = "--set",
            paramLabel = "SET",
            description = "Only this set: pocket, mle-bench, or of MLE-bench split75, lite, medium, high, dev.")
    private @Nullable String set;

    @Option(names = "--json", description = "Print a JSON list.")
    private boolean json;

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One line of the list. */
    private record Line(
            String id,
            String set,
            @Nullable String complexity,
            String category,
            String metric,
            String direction,
            String purpose,
            boolean refolds,
            boolean prepared,
            String title) {
        private List<String> cells() {
            return List.of(
                    id,
                    set,
                    complexity == null ? "-" : complexity,
                    category,
                    metric,
                    direction,
                    purpose,
                    refolds ? "yes" : "no",
                    prepared ? "yes" : "no",
                    title);
        }
    }

    @Override
    public void run() {
        CompetitionSets sets = BuiltInSets.find();
        List<Competition> competitions =
                set == null ? sets.competitions() : sets.set(set).competitions();
        List<Line> lines = competitions.stream().map(this::line).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ReportJson.of(lines));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "id",
                "set",
                "complexity",
                "category",
                "metric",
                "direction",
                "purpose",
                "refolds",
                "prepared",
                "title"));
        lines.forEach(line -> rows.add(line.cells()));
        out.print(aligned(rows));
        out.flush();
    }

    private Line line(Competition competition) {
        Path root = dataDir.path();
        return new Line(
                competition.id(),
                competition.definition().set(),
                competition
                        .definition()
                        .complexity()
                        .map(complexity -> complexity.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                competition.definition().category(),
                competition.metric(),
                competition.direction().name().toLowerCase(Locale.ROOT),
                competition.definition().dev() ? "develop" : "report",
                competition.definition().refold().folds() > 0,
                PreparedData.in(root, competition).isReady(),
                competition.definition().title());
    }

    /** Pads every column but the last to its widest cell. */
    private static String aligned(List<List<String>> rows) {
        int last = rows.get(0).size() - 1;
        int[] widths = IntStream.range(0, last)
                .map(at -> rows.stream()
                        .mapToInt(row -> row.get(at).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int at = 0; at < last; at++) {
                text.append(String.format("%-" + (widths[at] + 1) + "s", row.get(at)));
            }
            text.append(row.get(last)).append('\n');
        }
        return text.toString();
    }
}

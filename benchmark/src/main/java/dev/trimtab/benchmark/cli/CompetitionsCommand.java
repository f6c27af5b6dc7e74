package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.ReportJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code competitions}: lists what can be solved. */
@Command(name = "competitions", mixinStandardHelpOptions = true, description = "Lists the competitions.")
public final class CompetitionsCommand implements Runnable {
    private static final String ROW = "%-20s %-10s %-12s %-10s %-9s %-9s %-9s %s%n";

    @Option(names = "--set", paramLabel = "SET", description = "Only this set: pocket or mle-bench.")
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
            String category,
            String metric,
            String direction,
            String purpose,
            boolean prepared,
            String title) {}

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
        out.printf(ROW, "id", "set", "category", "metric", "direction", "purpose", "prepared", "title");
        lines.forEach(line -> out.printf(
                ROW,
                line.id(),
                line.set(),
                line.category(),
                line.metric(),
                line.direction(),
                line.purpose(),
                line.prepared() ? "yes" : "no",
                line.title()));
        out.flush();
    }

    private Line line(Competition competition) {
        Path root = dataDir.path();
        return new Line(
                competition.id(),
                competition.definition().set(),
                competition.definition().category(),
                competition.metric(),
                competition.direction().name().toLowerCase(Locale.ROOT),
                competition.definition().dev() ? "develop" : "report",
                PreparedData.in(root, competition).isReady(),
                competition.definition().title());
    }
}

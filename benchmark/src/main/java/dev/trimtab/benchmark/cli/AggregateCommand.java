package dev.trimtab.benchmark.cli;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.grade.GradingReport;
import dev.trimtab.benchmark.grade.PublishedResult;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grade.SeedAggregate;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aggregate}: batch grading reports over seeds, beside the published results. */
@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        description = {
            "Averages batch grading reports over seeds: percent of a set's competitions, with one standard error.",
            "Seed i is the i-th report of every competition, files in the order of their names. Below stand the",
            "results that MLE-bench's paper published for its 75 competitions."
        })
public final class AggregateCommand implements Runnable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final List<String> NAMES = List.of(
            "submission_exists_percentage",
            "valid_submissions_percentage",
            "above_median_percentage",
            "bronze_medal_percentage",
            "silver_medal_percentage",
            "gold_medal_percentage",
            "any_medal_percentage");
    private static final List<String> HEADER =
            List.of("made", "valid", "above median", "bronze", "silver", "gold", "any medal");
    private static final int ALL_SEEDS = -1;
    private static final String ROW = "%-26s %-12s %-12s %-12s %-12s %-12s %-12s %s%n";

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = "Files that grade FILE.jsonl --out made.")
    private List<Path> reports = List.of();

    @Option(
            names = "--split",
            paramLabel = "SET",
            description =
                    "Only the competitions of this set, such as split75, low (or lite), medium, high or pocket, or "
                            + "of a file with an id a line; default: each of split75, lite, medium and high that has all its "
                            + "reports.")
    private @Nullable String split;

    @Option(names = "--num-seeds", paramLabel = "N", description = "The first so many seeds; -1, the default: all.")
    private int seeds = ALL_SEEDS;

    @Option(names = "--pad-missing", description = "A competition without a report in a seed has won nothing there.")
    private boolean padMissing;

    @Option(names = "--json", description = "Print MLE-bench's aggregate of one set (--split, or split75) as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (seeds < 1 && seeds != ALL_SEEDS) {
            throw new UserError("--num-seeds must be at least 1, or -1 for all, but was " + seeds);
        }
        List<GradingReport> read =
                reports.stream().sorted().flatMap(AggregateCommand::read).toList();
        if (json) {
            out().println(ReportJson.of(aggregate(split == null ? "split75" : split, read)));
            return;
        }
        List<String> sets = split == null ? List.of("split75", "lite", "medium", "high") : List.of(split);
        List<String> lines = sets.stream().map(set -> line(set, read)).toList();
        out().printf(Locale.ROOT, ROW, row("percent of competitions", HEADER));
        lines.forEach(out()::println);
        out().println("published, split75 (arXiv 2410.07095, table 2; 24 hours each):");
        for (PublishedResult result : PublishedResult.all()) {
            out().printf(
                            Locale.ROOT,
                            ROW,
                            row(
                                    result.agent(),
                                    result.shares().stream()
                                            .map(figure -> share(figure.mean(), figure.error()))
                                            .toList()));
        }
        out().flush();
    }

    private String line(String set, List<GradingReport> read) {
        try {
            SeedAggregate aggregate = aggregate(set, read);
            List<String> shares = NAMES.stream()
                    .map(name -> aggregate.metrics().get(name))
                    .map(average -> average == null ? "-" : share(average.mean(), average.standardError()))
                    .toList();
            return String.format(
                            Locale.ROOT,
                            ROW,
                            row("yours, " + set + ", " + Counted.of(aggregate.numSeedsAveraged(), "seed"), shares))
                    .stripTrailing();
        } catch (UserError e) {
            if (split != null) {
                throw e;
            }
            return "yours, " + set + ": " + e.getMessage();
        }
    }

    private SeedAggregate aggregate(String set, List<GradingReport> read) {
        try {
            return SeedAggregate.of(ids(set), read, seeds == ALL_SEEDS ? null : seeds, padMissing);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    e.getMessage() + (padMissing ? "" : "; --pad-missing counts what lacks as nothing won"), e);
        }
    }

    /** Returns the competitions of a set, or of a file of MLE-bench's {@code experiments/splits}. */
    private static List<String> ids(String set) {
        Path file = Path.of(set);
        if (!Files.isRegularFile(file)) {
            return BuiltInSets.find().set(set).competitions().stream()
                    .map(Competition::id)
                    .toList();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UserError("cannot read the split " + file + ": " + IoReason.of(e), e);
        }
    }

    private static Stream<GradingReport> read(Path file) {
        try {
            JsonNode list = JSON.readTree(file.toFile()).path("competition_reports");
            if (!list.isArray()) {
                throw new UserError(file + " is no batch grading report: it has no competition_reports");
            }
            List<GradingReport> found = new ArrayList<>();
            for (JsonNode node : list) {
                found.add(JSON.treeToValue(node, GradingReport.class));
            }
            found.sort(Comparator.comparing(GradingReport::competitionId));
            return found.stream();
        } catch (IOException e) {
            throw new UserError("cannot read " + file + " as a grading report: " + IoReason.of(e), e);
        }
    }

    private static String share(double mean, double error) {
        return String.format(Locale.ROOT, "%.1f ± %.1f", mean, error);
    }

    private static Object[] row(String first, List<String> cells) {
        return Stream.concat(Stream.of(first), cells.stream()).toArray();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

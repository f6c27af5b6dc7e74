package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.grade.BatchGrader;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Leaderboards;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grade.RunGroup;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grade}: submissions to MLE-bench's grading reports, as JSON on standard output. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = {
            "Grades a submission, every line of a JSONL file or every run of MLE-bench's run group; prints the report as JSON.",
            "Exit code 2 if a submission named on the command line has no score, or a line or run cannot be graded."
        })
public final class GradeCommand implements Callable<Integer> {
    private static final int OK = 0;
    private static final int BAD_INPUT = 2;
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'-UTC'", Locale.ROOT);

    @Parameters(
            index = "0",
            paramLabel = "SUBMISSION",
            description = "A CSV file; a JSONL file of competition_id and submission_path; or a run group's directory.")
    private Path submission = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "COMPETITION", description = "The competition's id.")
    private @Nullable String competition;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "JSONL and run groups only: also write the report to DIR/<time>_grading_report.json.")
    private @Nullable Path out;

    @Option(
            names = "--corrected-metrics",
            description = {
                "Compute the metric that a competition intends where MLE-bench's grader departs from it;",
                "docs/benchmark.md lists where. Such scores do not compare with MLE-bench's."
            })
    private boolean correctedMetrics;

    @Option(
            names = "--mle-bench",
            paramLabel = "DIR",
            description = {
                "A checkout of MLE-bench with its leaderboards (git lfs pull): thresholds come from them,",
                "and the rank of a single submission is told."
            })
    private @Nullable Path checkout;

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (checkout != null && !Files.isDirectory(checkout.resolve("mlebench/competitions"))) {
            throw new UserError(
                    "--mle-bench: " + checkout + " is no checkout of MLE-bench: it has no mlebench/competitions");
        }
        Leaderboards leaderboards = new Leaderboards(checkout);
        Grader grader = new Grader(Metrics.builtIn(), correctedMetrics, leaderboards);
        CompetitionSets sets = BuiltInSets.find();
        if (competition != null) {
            return single(grader, leaderboards, sets, sets.find(competition));
        }
        BatchGrader batch =
                new BatchGrader(sets, dataDir.path(), grader, () -> LocalDateTime.now(ZoneId.systemDefault()));
        if (Files.isDirectory(submission)) {
            return print(batch.grade(RunGroup.read(submission)));
        }
        if (!submission.toString().endsWith(".jsonl")) {
            throw new UserError(
                    "say which competition " + submission + " is for: grade " + submission + " COMPETITION");
        }
        return print(batch.grade(submission));
    }

    private int single(Grader grader, Leaderboards leaderboards, CompetitionSets sets, Competition found) {
        Grade grade = grader.grade(
                sets.openForGrading(found, dataDir.path()), submission, LocalDateTime.now(ZoneId.systemDefault()));
        out().println(grade.report().json());
        if (grade.score() instanceof Score.Invalid invalid) {
            err().println("trimtab: no score: " + invalid.problem());
            return BAD_INPUT;
        }
        if (grade.score() instanceof Score.Scored scored) {
            leaderboards
                    .find(found)
                    .ifPresent(board -> err().printf(
                                    Locale.ROOT,
                                    "trimtab: rank %d among the %d of the leaderboard, better than %.1f %% of them%n",
                                    board.rank(scored.value()),
                                    board.scores().size(),
                                    100 * board.shareBeaten(scored.value())));
        }
        return OK;
    }

    private int print(BatchGrader.Outcome outcome) {
        String report = ReportJson.of(outcome.report());
        out().println(report);
        if (out != null) {
            save(out, report);
        }
        outcome.invalid().forEach(problem -> err().println("trimtab: no score: " + problem));
        outcome.ungraded().forEach(problem -> err().println("trimtab: not graded: " + problem));
        return outcome.ungraded().isEmpty() ? OK : BAD_INPUT;
    }

    private static void save(Path folder, String report) {
        Path file = folder.resolve(FILE_TIME.format(LocalDateTime.now(ZoneOffset.UTC)) + "_grading_report.json");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, report + "\n");
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + file + ": " + IoReason.of(e), e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Grades the submissions of a {@link RunGroup}, or those that a JSONL file lists, one object a line with
 * {@code competition_id} and {@code submission_path}. A competition that is unknown or not prepared does not stop the others.
 */
public final class BatchGrader {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** MLE-bench reports the path of a missing submission as Python prints null. */
    private static final String NO_SUBMISSION = "None";

    private final CompetitionSets sets;
    private final Path dataDir;
    private final Grader grader;
    private final Supplier<LocalDateTime> now;

    /**
     * @param sets where competitions are looked up
     * @param dataDir where prepared data are kept
     * @param grader scores the submissions
     * @param now local time, for the reports
     */
    public BatchGrader(CompetitionSets sets, Path dataDir, Grader grader, Supplier<LocalDateTime> now) {
        this.sets = sets;
        this.dataDir = dataDir;
        this.grader = grader;
        this.now = now;
    }

    /**
     * What came of a batch.
     *
     * @param report of all lines that could be graded
     * @param invalid one line for each submission without a score
     * @param ungraded one line for each line or run of the input that could not be graded at all
     */
    public record Outcome(BatchReport report, List<String> invalid, List<String> ungraded) {}

    /**
     * Grades all lines of a file; blank lines and those that start with {@code #} or {@code //} are skipped.
     *
     * @throws UserError naming the line that is not such an object
     */
    public Outcome grade(Path file) {
        List<String> lines = lines(file);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("//")) {
                entries.add(entry(file + ":" + (i + 1) + ": ", line));
            }
        }
        return graded(entries);
    }

    /**
     * Grades all runs of a run group, in its order.
     */
    public Outcome grade(RunGroup group) {
        return graded(group.runs().stream()
                .map(run -> new Entry(
                        run + ": ",
                        RunGroup.competition(run),
                        group.submission(run).map(Path::toString).orElse(NO_SUBMISSION)))
                .toList());
    }

    private Outcome graded(List<Entry> entries) {
        List<GradingReport> reports = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        List<String> ungraded = new ArrayList<>();
        for (Entry entry : entries) {
            try {
                Competition competition = sets.find(entry.competition());
                Grade grade =
                        grader.grade(sets.openForGrading(competition, dataDir), Path.of(entry.submission()), now.get());
                reports.add(grade.report());
                if (grade.score() instanceof Score.Invalid problem) {
                    invalid.add(entry.where() + problem.problem());
                }
            } catch (UserError e) {
                ungraded.add(entry.where() + e.getMessage());
            }
        }
        return new Outcome(BatchReport.of(reports), List.copyOf(invalid), List.copyOf(ungraded));
    }

    private record Entry(String where, String competition, String submission) {}

    private static Entry entry(String where, String line) {
        try {
            JsonNode object = JSON.readTree(line);
            JsonNode competition = object.path("competition_id");
            JsonNode submission = object.path("submission_path");
            if (!competition.isTextual() || !(submission.isTextual() || submission.isNull())) {
                throw new UserError(where + "needs the texts competition_id and submission_path");
            }
            return new Entry(
                    where, competition.textValue(), submission.isNull() ? NO_SUBMISSION : submission.textValue());
        } catch (JsonProcessingException e) {
            throw new UserError(where + "is no JSON object", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + IoReason.of(e), e);
        }
    }
}

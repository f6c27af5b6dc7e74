package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.workspace.DurableFile;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The private grade of what a run submits, which nobody sees before its end.
 *
 * @param grader scores submissions
 * @param data holds the answers
 */
record FinalGrade(Grader grader, PreparedData data) {
    /** Returns the grade of the run's submission. */
    Grade of(RunDirectory directory) {
        return grader.grade(data, directory.submission(), LocalDateTime.now(ZoneId.systemDefault()));
    }

    /**
     * Returns the grade of the run's submission after its report is written: the last thing of a run.
     *
     * @throws InfrastructureError if the report cannot be written
     */
    Grade write(RunDirectory directory) {
        Grade grade = of(directory);
        Path report = directory.gradingReport();
        try {
            DurableFile.write(report, (ReportJson.of(grade.report()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + report + ": " + IoReason.of(e), e);
        }
        return grade;
    }
}

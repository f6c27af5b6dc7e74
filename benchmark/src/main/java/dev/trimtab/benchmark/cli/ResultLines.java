package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.runtime.Counted;
import java.io.PrintWriter;
import java.util.Locale;

/** The last lines of a run. */
final class ResultLines {
    private ResultLines() {}

    static void printJson(PrintWriter out, CompetitionRun.Result result) {
        out.println(ReportJson.of(RunSummary.of(result)));
        out.flush();
    }

    static void print(PrintWriter out, CompetitionRun.Result result) {
        out.printf(
                Locale.ROOT,
                "%s, %s, %s, %.4f US dollars, %s (%d from the cache); the budget bound in %d of %s%n",
                Counted.of(result.totals().attempts(), "attempt"),
                Counted.of(result.totals().calls(), "model call"),
                Counted.of(result.totals().tokens(), "token"),
                result.totals().money(),
                Counted.of(result.totals().executions(), "execution"),
                result.totals().cached(),
                result.totals().boundPrompts(),
                Counted.of(result.totals().memoryPrompts(), "prompt"));
        out.printf("the submission was chosen by: %s%n", result.chosenBy());
        out.printf("score=%s medal=%s run=%s%n", score(result), medal(result), result.directory());
        out.flush();
    }

    static String score(CompetitionRun.Result result) {
        return result.grade().score() instanceof Score.Scored scored ? ProgressLines.number(scored.value()) : "none";
    }

    static String medal(CompetitionRun.Result result) {
        Medal medal = result.grade().report().medal();
        return medal.name().toLowerCase(Locale.ROOT);
    }
}

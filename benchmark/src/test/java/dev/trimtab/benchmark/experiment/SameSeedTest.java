package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.run.RunListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of one seed with the offline engineer are the same to the byte, each program really executed, on one core and on all. */
final class SameSeedTest {
    private static final List<String> OPTIONS = List.of(
            "model.name=offline",
            "agent.policy=portfolio",
            "agent.seed=3",
            "execution.cache=false",
            "budget.steps=5",
            "context.memory-tokens=150",
            "aide.num-drafts=2",
            "verification.every=2",
            "verification.candidates=1",
            "verification.folds=2");

    @TempDir
    private Path dir;

    @Test
    void run_onOneCoreAndOnAll_isTheSameButForTimes() {
        StraightLine line = StraightLine.in(dir);
        Path one = dir.resolve("one");
        Path all = dir.resolve("all");
        ChildTrimtab pinned = ChildTrimtab.start(
                line.home(), dir, Map.of(), List.of("taskset", "-c", "0"), line.arguments(one, OPTIONS));
        CompetitionRun.Result result;
        try (CompetitionRun run = line.open(Map.of(), OPTIONS)) {
            result = run.run(all, RunListener.SILENT);
        }
        ChildTrimtab.Outcome ended = pinned.await();

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ComparableRun.differences(ComparableRun.of(one), ComparableRun.of(all)))
                .isEmpty();
        assertThat(ComparableRun.of(one)).containsKeys("submission/submission.csv", "steps/0001/context-plan.json");
        assertThat(result.totals().cached()).isZero();
        assertThat(result.totals().boundPrompts()).isPositive();
        assertThat(result.grade().report().score()).isNotNull();
    }
}

package dev.trimtab.benchmark.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.run.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents are told of a competition of MLE-bench and of a bundled one. */
final class TaskBriefTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final Hardware PROGRAM = new Hardware("a model", 4, 8L << 30, List.of());
    private static final String TITLE = "# Spaceship Titanic";

    @TempDir
    private Path dir;

    @Test
    void task_ofMleBench_hasTheInstructionsAboveItsDescription() {
        Task task = brief("mle-bench/spaceship-titanic").task(Optional.of("Validate Submission"), null);

        assertThat(task.description())
                .contains("`./submission/submission.csv`", "- Check: Validate Submission tells whether")
                .endsWith("1018_02,False\n");
        assertThat(task.description().indexOf("Test set"))
                .isLessThan(task.description().indexOf(TITLE));
    }

    @Test
    void task_withoutHardware_saysNothingThatDiffersBetweenMachines() {
        assertThat(brief("mle-bench/spaceship-titanic", "budget.max-time=24h")
                        .task(Optional.empty(), null)
                        .description())
                .doesNotContain("Hardware", "Time of the whole run", "{");
    }

    @Test
    void task_withHardware_saysWhatAProgramHasAndTheTimeOfTheRun() {
        assertThat(brief("mle-bench/spaceship-titanic", "budget.max-time=100h", "limits.wall-time=9h")
                        .task(Optional.empty(), PROGRAM)
                        .description())
                .contains("4 processors (a model), 8.0 GiB of memory, no graphics processor.")
                .contains("Time of the whole run: 4 days 4 hours, of which one program may take 9 hours.");
    }

    @Test
    void task_withHardwareButNoTimeLimit_saysNoTime() {
        assertThat(brief("mle-bench/spaceship-titanic")
                        .task(Optional.empty(), PROGRAM)
                        .description())
                .contains("Hardware that a program has")
                .doesNotContain("Time of the whole run");
    }

    @Test
    void task_forAnAgentWithoutACheckingTool_doesNotSpeakOfOne() {
        assertThat(brief("mle-bench/spaceship-titanic")
                        .task(Optional.empty(), null)
                        .description())
                .doesNotContain("- Check:");
    }

    @Test
    void task_ofABundledCompetition_isItsDescriptionAlone_unlessAskedFor() {
        assertThat(brief("pocket/bird-strikes").task(Optional.empty(), PROGRAM).description())
                .startsWith("# Bird strikes");
        assertThat(brief("pocket/bird-strikes", "environment.instructions=true")
                        .task(Optional.empty(), null)
                        .description())
                .contains("# Bird strikes", "- Submission:");
        assertThat(brief("mle-bench/spaceship-titanic", "environment.instructions=false")
                        .task(Optional.empty(), null)
                        .description())
                .startsWith(TITLE);
    }

    private TaskBrief brief(String folder, String... options) {
        Competition competition =
                Competition.load(HOME.resolve("benchmark/competitions").resolve(folder));
        return new TaskBrief(
                PreparedData.in(dir, competition),
                RunConfig.load(HOME, Stream.of(options).map(Layer::option).toList()));
    }
}

package dev.trimtab.runtime.model.offline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.model.offline.reader.CodeReader;
import dev.trimtab.runtime.model.offline.reader.ExecutionFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family's Python programs run, print a score and leave a whole submission, on every shape of data, and mistakes really fail. */
final class PythonGrammarTest {
    private final PythonGrammar grammar = new PythonGrammar();

    @TempDir
    Path workspace;

    @ParameterizedTest
    @MethodSource("dev.trimtab.runtime.model.offline.grammar.ProgramRuns#tasks")
    void write_everyFamilyAndPreparation_runsAndLeavesASubmission(Shape shape, Metric metric, int columns)
            throws Exception {
        ProgramRuns.data(workspace, shape, metric);
        List<Design> designs = designs(new DesignSpace(shape, metric, /* xgboost= */ false));
        ProgramTask task = new ProgramTask(
                metric,
                "id",
                metric == Metric.LOG_LOSS ? "" : "goal",
                ProgramTask.INPUT,
                ProgramTask.Folder.SUBMISSION);

        List<ProgramRuns.Run> runs = ProgramRuns.runPython(
                workspace,
                designs.stream().map(d -> grammar.write(d, task, null)).toList());

        for (int i = 0; i < designs.size(); i++) {
            String what = designs.get(i).sentence() + "\n" + runs.get(i).output();
            assertThat(runs.get(i).score()).as(what).isFinite();
            assertThat(runs.get(i).submission()).as(what).hasSize(41);
            assertThat(runs.get(i).submission())
                    .as(what)
                    .allSatisfy(line ->
                            assertThat(line.split(",", -1)).hasSize(columns).doesNotContain("", "nan"));
            assertThat(CodeReader.design(grammar.write(designs.get(i), task, null)))
                    .contains(designs.get(i));
        }
    }

    @Test
    void write_eachFlaw_failsOrMisleadsWhenRun() throws Exception {
        ProgramRuns.data(workspace, Shape.TABLE, Metric.ACCURACY);
        Design design = new DesignSpace(Shape.TABLE, Metric.ACCURACY, false)
                .draw(Family.RANDOM_FOREST, new SplittableRandom(1))
                .with("x.CATEGORIES", "integer codes")
                .with("0.DEPTH", "24");
        ProgramTask task =
                new ProgramTask(Metric.ACCURACY, "id", "goal", ProgramTask.INPUT, ProgramTask.Folder.SUBMISSION);
        List<String> programs = new ArrayList<>(List.of(grammar.write(design, task, null)));
        for (Flaw flaw : Flaw.values()) {
            programs.add(grammar.write(design, task, flaw));
        }

        List<ProgramRuns.Run> runs = ProgramRuns.runPython(workspace, programs);

        assertThat(error(runs, Flaw.WRONG_COLUMN)).startsWith("KeyError");
        assertThat(error(runs, Flaw.MISSING_IMPORT)).startsWith("NameError: name 'np' is not defined");
        assertThat(error(runs, Flaw.WRONG_TYPE)).startsWith("TypeError");
        assertThat(error(runs, Flaw.EMPTY_CELLS)).startsWith("ValueError: could not convert string to float");
        assertThat(error(runs, Flaw.CLASS_COUNT)).startsWith("IndexError");
        assertThat(run(runs, Flaw.WRONG_FOLDER).submission()).isEmpty();
        assertThat(run(runs, Flaw.LEAK).score()).isGreaterThan(runs.get(0).score());
        for (Flaw flaw : Flaw.values()) {
            assertThat(grammar.seen(programs.get(flaw.ordinal() + 1), task)).containsExactly(flaw);
        }
        assertThat(grammar.seen(programs.get(0), task)).isEmpty();
    }

    private static String error(List<ProgramRuns.Run> runs, Flaw flaw) {
        return ExecutionFact.read(run(runs, flaw).output()).error();
    }

    private static ProgramRuns.Run run(List<ProgramRuns.Run> runs, Flaw flaw) {
        return runs.get(flaw.ordinal() + 1);
    }

    /** A design of each family, one with each value of a preparation, and blends. */
    private static List<Design> designs(DesignSpace space) {
        SplittableRandom random = new SplittableRandom(5);
        List<Design> designs = new ArrayList<>();
        space.families().forEach(family -> designs.add(space.draw(family, random)));
        Design base = space.draw(Family.BOOSTING, random).with("0.TREES", "40");
        space.shape()
                .values(space.metric())
                .forEach((knob, values) -> values.forEach(value -> designs.add(base.with("x." + knob.name(), value))));
        Design pair = space.blend(designs.get(1), designs.get(3).main()).design();
        designs.add(pair);
        designs.add(space.blend(pair, designs.get(2).main()).design());
        return designs;
    }
}

package dev.trimtab.runtime.model.offline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.offline.reader.CodeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family's programs compile, run, print a score and leave a whole submission, on every shape of data. */
final class JavaGrammarTest {
    private static final int PLAN_TOKENS = 200;
    private static final Encoding TOKENS = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private final JavaGrammar grammar = new JavaGrammar();

    @TempDir
    Path workspace;

    @ParameterizedTest
    @MethodSource("dev.trimtab.runtime.model.offline.grammar.ProgramRuns#tasks")
    void write_everyFamily_runsAndLeavesASubmission(Shape shape, Metric metric, int columns) throws Exception {
        ProgramRuns.data(workspace, shape, metric);
        List<Design> designs = designs(new DesignSpace(shape, metric, ProgramRuns.xgboostWorks()), 5);
        ProgramTask task = task(metric);

        List<ProgramRuns.Run> runs = ProgramRuns.run(
                workspace,
                designs.stream().map(d -> grammar.write(d, task, null)).toList());

        for (int i = 0; i < designs.size(); i++) {
            String what = designs.get(i).sentence() + "\n" + runs.get(i).compiler()
                    + runs.get(i).output();
            assertThat(runs.get(i).score()).as(what).isFinite();
            assertThat(runs.get(i).submission()).as(what).hasSize(41);
            assertThat(runs.get(i).submission())
                    .as(what)
                    .allSatisfy(line ->
                            assertThat(line.split(",", -1)).hasSize(columns).doesNotContain("", "NaN"));
        }
    }

    /** Whatever shape the answers have, every preparation runs, is read back from its program, and teaches more than the constant on it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void write_everyPreparationOfAKindOfAnswer_beatsTheConstant(Shape shape, Metric metric) throws Exception {
        ProgramRuns.data(workspace, shape, metric);
        DesignSpace space = new DesignSpace(shape, metric, /* xgboost= */ false);
        SplittableRandom random = new SplittableRandom(3);
        Design.Model constant = space.model(Family.CONSTANT, random);
        Design base = space.draw(Family.RANDOM_FOREST, random).with("0.TREES", "40");
        List<Design> designs = new ArrayList<>();
        shape.values(metric)
                .forEach((knob, values) -> values.forEach(value -> {
                    Design design = base.with("x." + knob.name(), value);
                    designs.add(design);
                    designs.add(new Design(List.of(constant), design.features()));
                }));
        ProgramTask task = task(metric);

        List<ProgramRuns.Run> runs = ProgramRuns.run(
                workspace,
                designs.stream().map(d -> grammar.write(d, task, null)).toList());

        int sign = metric.higherIsBetter() ? 1 : -1;
        for (int i = 0; i < designs.size(); i += 2) {
            String what = designs.get(i).sentence() + "\n" + runs.get(i).compiler()
                    + runs.get(i).output();
            assertThat(sign * runs.get(i).score())
                    .as(what)
                    .isGreaterThan(sign * runs.get(i + 1).score());
            assertThat(CodeReader.design(grammar.write(designs.get(i), task, null)))
                    .contains(designs.get(i));
        }
    }

    /** Mistakes fail in these programs too, but for those that they cannot carry. */
    @ParameterizedTest
    @MethodSource("kinds")
    void write_eachFlawOfAKindOfAnswer_failsOrIsSeen(Shape shape, Metric metric) throws Exception {
        ProgramRuns.data(workspace, shape, metric);
        ProgramTask task = task(metric);
        Design design = new DesignSpace(shape, metric, /* xgboost= */ false)
                .draw(Family.RANDOM_FOREST, new SplittableRandom(1))
                .with("0.TREES", "20");
        List<Flaw> flaws = List.copyOf(grammar.flaws(design, task));
        List<String> programs = new ArrayList<>();
        flaws.forEach(flaw -> programs.add(grammar.write(design, task, flaw)));

        List<ProgramRuns.Run> runs = ProgramRuns.run(workspace, programs);

        for (int i = 0; i < flaws.size(); i++) {
            assertThat(grammar.seen(programs.get(i), task)).containsExactly(flaws.get(i));
            boolean quiet = flaws.get(i) == Flaw.LEAK;
            assertThat(runs.get(i).submission().isEmpty())
                    .as(flaws.get(i) + "\n" + runs.get(i).output())
                    .isEqualTo(!quiet);
        }
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Shape.SERIES, Metric.LOG_LOSS),
                Arguments.of(Shape.RANKING, Metric.MAP_AT_K),
                Arguments.of(Shape.SEQUENCE, Metric.SEQUENCE_ERROR_RATE),
                Arguments.of(Shape.PICTURE, Metric.PIXEL_RMSE),
                Arguments.of(Shape.MASK, Metric.DICE));
    }

    @Test
    void write_goodAndPoorDesigns_spreadInScore() throws Exception {
        ProgramRuns.data(workspace, Shape.TABLE, Metric.LOG_LOSS);
        DesignSpace space = new DesignSpace(Shape.TABLE, Metric.LOG_LOSS, false);
        ProgramTask task =
                new ProgramTask(Metric.LOG_LOSS, "id", "goal", ProgramTask.INPUT, ProgramTask.Folder.SUBMISSION);

        List<ProgramRuns.Run> runs = ProgramRuns.run(
                workspace,
                designs(space, 8).stream()
                        .map(d -> grammar.write(d, task, null))
                        .toList());

        assertThat(runs.stream().mapToDouble(ProgramRuns.Run::score).max().orElseThrow())
                .isGreaterThan(3
                        * runs.stream()
                                .mapToDouble(ProgramRuns.Run::score)
                                .min()
                                .orElseThrow());
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

        List<ProgramRuns.Run> runs = ProgramRuns.run(workspace, programs);

        assertThat(run(runs, Flaw.WRONG_COLUMN).output()).contains("IndexOutOfBoundsException");
        assertThat(run(runs, Flaw.MISSING_IMPORT).compiler()).contains("cannot find symbol");
        assertThat(run(runs, Flaw.WRONG_TYPE).compiler()).contains("possible lossy conversion");
        assertThat(run(runs, Flaw.EMPTY_CELLS).output()).contains("NumberFormatException");
        assertThat(run(runs, Flaw.CLASS_COUNT).output()).contains("IndexOutOfBoundsException");
        assertThat(run(runs, Flaw.WRONG_FOLDER).submission()).isEmpty();
        assertThat(run(runs, Flaw.LEAK).score()).isGreaterThan(runs.get(0).score());
        for (Flaw flaw : Flaw.values()) {
            assertThat(grammar.seen(programs.get(flaw.ordinal() + 1), task)).containsExactly(flaw);
        }
        assertThat(grammar.seen(programs.get(0), task)).isEmpty();
    }

    @Property(tries = 300, seed = "1")
    void write_anyDesign_fitsAReplyOfTheShippedModel(@ForAll("designs") Design design) {
        int longestReply = new ModelPresets(Path.of(System.getProperty("trimtab.home"), "configs", "models"))
                .load("offline")
                .limits()
                .maxOutputTokens();
        Metric metric = Shape.of(design.features()) == Shape.TIME_SERIES ? Metric.MAPE : Metric.LOG_LOSS;

        String program = grammar.write(
                design, new ProgramTask(metric, "id", "", ProgramTask.INPUT, ProgramTask.Folder.SUBMISSION), null);

        assertThat(TOKENS.countTokens(program) + PLAN_TOKENS)
                .as(design.sentence())
                .isLessThan(longestReply);
    }

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    private static ProgramTask task(Metric metric) {
        return new ProgramTask(
                metric,
                "id",
                metric == Metric.LOG_LOSS ? "" : "goal",
                ProgramTask.INPUT,
                ProgramTask.Folder.SUBMISSION);
    }

    private static ProgramRuns.Run run(List<ProgramRuns.Run> runs, Flaw flaw) {
        return runs.get(flaw.ordinal() + 1);
    }

    /** One design of each family and a blend. */
    private static List<Design> designs(DesignSpace space, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Design> designs = new ArrayList<>();
        for (Family family : space.families()) {
            designs.add(space.draw(family, random));
        }
        Design pair = space.blend(
                        designs.get(1), designs.get(designs.size() - 1).main())
                .design();
        designs.add(pair);
        designs.add(space.blend(pair, designs.get(2).main()).design());
        return designs;
    }
}

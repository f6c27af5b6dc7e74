package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.testing.DebianPython;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What every metric promises: bounds, indifference to row order, a best score for the truth, and scikit-learn's value. */
abstract class MetricContract {
    /** Returns the metric, on column {@code y} or the classes of the cases. */
    abstract Metric metric();

    /** Returns the metric's name in the registry. */
    abstract String name();

    /** Returns which scores are better. */
    abstract Direction direction();

    /** Returns random true values. */
    abstract List<String> truth(Random random, int rows);

    /** Returns random predictions, one array a row. */
    abstract List<String[]> predictions(Random random, List<String> truth);

    /** Returns the submission that is always right. */
    abstract List<String[]> perfect(List<String> truth);

    /** Returns the score of the submission that is always right. */
    abstract double best();

    /** Returns the largest score, which may be infinity. */
    abstract double highest();

    /** Returns the smallest score. */
    abstract double lowest();

    /** Returns a Python expression of scikit-learn over {@code t} (truth) and {@code p} (rows of predictions, all text). */
    abstract String scikitLearn();

    /** A random case. */
    record Case(List<String> truth, List<String[]> predictions) {}

    Case draw(long seed) {
        Random random = new Random(seed);
        List<String> truth = truth(random, 2 + random.nextInt(60));
        return new Case(truth, predictions(random, truth));
    }

    double score(Case drawn) {
        Table answers = Table.of(
                List.of("y"),
                drawn.truth().stream().map(cell -> new String[] {cell}).toList());
        return metric().score(answers, Table.of(metric().columns(), drawn.predictions()));
    }

    @Property(tries = 200, seed = "1")
    void score_anySubmission_isWithinTheBounds(@ForAll long seed) {
        double score = score(draw(seed));

        assertThat(Double.isNaN(score) || (score >= lowest() && score <= highest()))
                .isTrue();
    }

    @Property(tries = 200, seed = "1")
    void score_rowsInAnotherOrder_isTheSame(@ForAll long seed) {
        Case drawn = draw(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, drawn.truth().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed + 1));
        Case shuffled = new Case(
                order.stream().map(drawn.truth()::get).toList(),
                order.stream().map(drawn.predictions()::get).toList());

        assertThat(score(shuffled)).isCloseTo(score(drawn), within(1e-9));
    }

    @Property(tries = 200, seed = "1")
    void score_theTruth_isBestAndNothingIsBetter(@ForAll long seed) {
        Case drawn = draw(seed);

        double perfect = score(new Case(drawn.truth(), perfect(drawn.truth())));

        assertThat(perfect).isCloseTo(best(), within(1e-12));
        assertThat(direction().isBetter(score(drawn), perfect + signedSlack())).isFalse();
    }

    @Test
    void score_emptyCellOrNaN_isRefused() {
        for (String cell : List.of("", "NaN")) {
            Case drawn = draw(7);
            List<String[]> broken = new ArrayList<>(drawn.predictions());
            broken.set(0, broken.get(0).clone());
            broken.get(0)[0] = cell;

            assertThatThrownBy(() -> score(new Case(drawn.truth(), broken)))
                    .isInstanceOf(SubmissionFormatException.class)
                    .hasMessageContaining("column `" + metric().columns().get(0) + "`");
        }
    }

    @Test
    void name_inTheRegistry_makesThisMetric() {
        Metric made = Metrics.builtIn().make(name(), MetricSetting.of("y", metric().columns()));

        assertThat(made).isEqualTo(metric());
    }

    @Test
    void score_hundredRandomCases_equalsScikitLearn() {
        DebianPython.require();
        List<Case> cases = IntStream.range(0, 100).mapToObj(this::draw).toList();

        var expected = DebianPython.run(
                """
                import json, math, sys
                import numpy as np
                from sklearn.metrics import *
                out = []
                for case in json.load(sys.stdin):
                    t, p, names = case["t"], case["p"], case["names"]
                    try:
                        value = float(%s)
                    except ValueError as e:
                        if "Only one class" not in str(e):
                            raise
                        value = math.nan
                    out.append(str(value))
                print(json.dumps(out))
                """.formatted(scikitLearn()),
                cases.stream()
                        .map(drawn -> Map.of("t", drawn.truth(), "p", drawn.predictions(), "names", metric().columns()))
                        .toList());

        for (int i = 0; i < cases.size(); i++) {
            double reference = Double.parseDouble(expected.get(i).textValue().replace("nan", "NaN"));
            double own = score(cases.get(i));
            assertThat(own)
                    .as("case %d", i)
                    .satisfiesAnyOf(
                            value -> assertThat(value)
                                    .isCloseTo(reference, within(1e-12 * Math.max(1, Math.abs(reference)))),
                            value -> assertThat(Double.isNaN(value) && Double.isNaN(reference))
                                    .isTrue());
        }
    }

    private double signedSlack() {
        return direction() == Direction.MAXIMIZE ? 1e-12 : -1e-12;
    }

    static List<String[]> oneColumn(List<String> cells) {
        return cells.stream().map(cell -> new String[] {cell}).toList();
    }

    static List<String> numbers(Random random, int rows, double scale) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Double.toString(Math.round(random.nextDouble() * scale * 1000) / 1000.0))
                .toList();
    }
}

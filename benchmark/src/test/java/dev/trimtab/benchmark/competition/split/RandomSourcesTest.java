package dev.trimtab.benchmark.competition.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.DebianPython;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Draws are NumPy's and Python's, number for number: golden values, and the interpreter itself where it is. */
final class RandomSourcesTest {
    private static final long[] SEEDS = {0, 1, 7, 8, 42, 20261, 2147483647L, 4294967295L};

    @Test
    void integerOfRandomState_samplesOfMleBench_areNumpys() {
        RandomState essays = new RandomState(42);
        RandomState cameras = new RandomState(0);

        assertThat(Stream.generate(() -> essays.integer(1, 7)).limit(8)).containsExactly(4, 5, 3, 5, 5, 2, 3, 3);
        assertThat(Stream.generate(() -> cameras.integer(0, 676)).limit(6)).containsExactly(559, 629, 192, 359, 9, 277);
        assertThat(new RandomState(0).uniform()).isEqualTo(0.5488135039273248);
    }

    @Test
    void integerOfRandomState_oneChoice_drawsNothing() {
        RandomState random = new RandomState(0);

        assertThat(random.integer(3, 4)).isEqualTo(3);
        assertThat(random.uniform()).isEqualTo(0.5488135039273248);
        assertThatThrownBy(() -> random.integer(4, 4)).hasMessageContaining("low must be below high");
    }

    @Test
    void uniformOfNumpyGenerator_seeds_areNumpys() {
        NumpyGenerator pets = new NumpyGenerator(0);
        NumpyGenerator greatest = new NumpyGenerator(4294967295L);

        assertThat(Stream.generate(() -> pets.uniform(1, 100)).limit(5))
                .containsExactly(
                        64.05920704482398, 27.70888466262316, 5.056378869683274, 2.63623591732438, 81.51375368082697);
        assertThat(Stream.generate(greatest::uniform).limit(3))
                .containsExactly(0.2519435680449965, 0.21906579628685663, 0.28728472043517017);
    }

    @Test
    void pythonRandom_mixedDraws_areCPythons() {
        PythonRandom random = new PythonRandom(0);
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        random.shuffle(shuffled);

        assertThat(shuffled).containsExactly(1, 9, 8, 5, 10, 2, 3, 7, 4, 0, 11, 6);
        assertThat(Stream.generate(() -> random.choice(List.of("a", "b", "c"))).limit(10))
                .containsExactly("c", "a", "b", "a", "a", "c", "b", "c", "c", "c");
        assertThat(random.sample(IntStream.range(1, 21).boxed().toList(), 20))
                .containsExactly(5, 10, 4, 3, 11, 8, 9, 2, 6, 7, 12, 18, 15, 14, 20, 17, 1, 19, 16, 13);
        assertThat(random.sample(IntStream.range(0, 1000).boxed().toList(), 7))
                .containsExactly(736, 860, 408, 727, 844, 803, 684);
        assertThat(random.sample(IntStream.range(0, 100).boxed().toList(), 7))
                .containsExactly(80, 0, 78, 63, 42, 31, 93);
        assertThat(random.integer(0, 1009)).isEqualTo(333);
        assertThat(new PythonRandom(42).integer(0, 1009)).isEqualTo(654);
    }

    @Test
    void draws_ofEmptyOrTooFew_sayWhy() {
        PythonRandom random = new PythonRandom(0);

        assertThatThrownBy(() -> random.choice(List.of())).hasMessageContaining("nothing to draw from");
        assertThatThrownBy(() -> random.sample(List.of(1), 2)).hasMessageContaining("cannot draw 2 of 1");
        assertThatThrownBy(() -> new PythonRandom(-1)).hasMessageContaining("seed must be in");
        assertThatThrownBy(() -> new NumpyGenerator(1L << 32)).hasMessageContaining("seed must be in");
    }

    @Test
    void ofSizes_trainAndTestGiven_takesTestsFirst() {
        TrainTestSplit split = TrainTestSplit.ofSizes(20, 12, 3, 0);

        int[] order = Permutation.of(20, 0);
        assertThat(split.test()).containsExactly(order[0], order[1], order[2]);
        assertThat(split.train()).hasSize(12).startsWith(order[3]).endsWith(order[14]);
        assertThatThrownBy(() -> TrainTestSplit.ofSizes(14, 12, 3, 0)).hasMessageContaining("14 rows cannot be split");
    }

    @Property(tries = 100, seed = "1")
    void sample_anyPopulation_drawsDistinctElements(
            @ForAll @LongRange(min = 0, max = 4294967295L) long seed,
            @ForAll @IntRange(min = 1, max = 400) int size,
            @ForAll @IntRange(min = 0, max = 400) int count) {
        List<Integer> population = IntStream.range(0, size).boxed().toList();

        assertThat(new PythonRandom(seed).sample(population, Math.min(count, size)))
                .hasSize(Math.min(count, size))
                .doesNotHaveDuplicates()
                .isSubsetOf(population);
    }

    @Test
    void allSources_manySeeds_equalNumpyAndPython() {
        DebianPython.require();
        JsonNode expected = DebianPython.run("""
                import json, sys, random
                import numpy as np
                import pandas as pd
                out = []
                for seed in json.load(sys.stdin)["seeds"]:
                    legacy = np.random.RandomState(seed)
                    pcg = np.random.default_rng(seed)
                    python = random.Random(seed)
                    shuffled = list(range(50))
                    python.shuffle(shuffled)
                    out.append({
                        "uniform": [legacy.uniform() for _ in range(700)],
                        "integer": [int(legacy.randint(1, 2 + i)) for i in range(200)],
                        "pcg": pcg.random(50).tolist(),
                        "whales": [int(pcg.choice([0, 1], replace=False, p=[1 - 0.1, 0.1])) for _ in range(100)],
                        "shuffled": shuffled,
                        "small": python.sample(range(100), 30),
                        "large": python.sample(range(5000), 30),
                        "choices": [python.choice(range(1 + i)) for i in range(100)],
                        "pandas": pd.Series(range(300)).sample(frac=0.2, random_state=seed).tolist(),
                    })
                print(json.dumps(out))
                """, Map.of("seeds", SEEDS));

        for (int i = 0; i < SEEDS.length; i++) {
            assertThat(drawn(SEEDS[i])).as("seed %s", SEEDS[i]).isEqualTo(expected.get(i));
        }
    }

    private static JsonNode drawn(long seed) {
        RandomState legacy = new RandomState(seed);
        NumpyGenerator pcg = new NumpyGenerator(seed);
        PythonRandom python = new PythonRandom(seed);
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
        python.shuffle(shuffled);
        List<Integer> numbers = IntStream.range(0, 5000).boxed().toList();
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("uniform", Stream.generate(legacy::uniform).limit(700).toList());
        drawn.put(
                "integer",
                IntStream.range(0, 200).map(i -> legacy.integer(1, 2 + i)).toArray());
        drawn.put("pcg", Stream.generate(pcg::uniform).limit(50).toList());
        drawn.put(
                "whales",
                Stream.generate(() -> pcg.uniform() < 0.9 ? 0 : 1).limit(100).toList());
        drawn.put("shuffled", shuffled);
        drawn.put("small", python.sample(numbers.subList(0, 100), 30));
        drawn.put("large", python.sample(numbers, 30));
        drawn.put(
                "choices",
                IntStream.range(0, 100)
                        .map(i -> python.choice(numbers.subList(0, 1 + i)))
                        .toArray());
        drawn.put("pandas", Arrays.copyOf(Permutation.of(300, seed), 60));
        try {
            ObjectMapper json = new ObjectMapper();
            return json.readTree(json.writeValueAsBytes(drawn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

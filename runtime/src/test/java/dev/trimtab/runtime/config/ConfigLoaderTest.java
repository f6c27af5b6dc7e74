package dev.trimtab.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is well written binds to the record's types; layers lie over each other key by key. */
final class ConfigLoaderTest {
    private static final ConfigLoader LOADER = new ConfigLoader();

    enum Kind {
        REFOLD,
        SELF_REPORTED
    }

    record Leaf(int maxDepth, @Default("0.5") double debugProb) {}

    record Everything(
            String name,
            boolean dryRun,
            Kind kind,
            Duration wall,
            ByteSize memory,
            Path dir,
            Leaf leaf,
            @Nullable Long seed,
            Optional<String> note,
            List<Integer> sizes,
            Set<Kind> kinds,
            Map<String, Leaf> leaves,
            Map<String, Object> free,
            @Key("class") String className) {}

    record Small(int a, Leaf leaf, @Default("[x, y]") List<String> words) {}

    record AllOptional(@Default("1") int a, @Nullable String b) {}

    record Outer(AllOptional inner) {}

    private static final String EVERYTHING = """
            name: 007 # stays text
            dry-run: true
            kind: self-reported
            wall: 1h30m
            memory: 2GiB
            dir: data/x
            leaf: {max-depth: 1_000}
            sizes: [1, -2]
            kinds: [refold]
            leaves:
              one: {max-depth: 1, debug-prob: 1}
            free: {n: 3, x: 2.5, t: yes please, f: false, l: [a, 1]}
            class: com.acme.Mine
            """;

    @Test
    void load_everySupportedType_binds() {
        Everything all = LOADER.load(List.of(Layer.text("all.yaml", EVERYTHING)), Everything.class);

        assertThat(all)
                .isEqualTo(new Everything(
                        "007",
                        true,
                        Kind.SELF_REPORTED,
                        Duration.ofMinutes(90),
                        new ByteSize(2L << 30),
                        Path.of("data/x"),
                        new Leaf(1000, 0.5),
                        null,
                        Optional.empty(),
                        List.of(1, -2),
                        Set.of(Kind.REFOLD),
                        Map.of("one", new Leaf(1, 1)),
                        Map.of("n", 3L, "x", 2.5, "t", "yes please", "f", false, "l", List.of("a", 1L)),
                        "com.acme.Mine"));
    }

    @Test
    void load_fileAlone_binds(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("leaf.yaml"), "max-depth: 4\ndebug-prob: .inf\n");

        assertThat(LOADER.load(file, Leaf.class)).isEqualTo(new Leaf(4, Double.POSITIVE_INFINITY));
    }

    @Test
    void load_layers_theLaterWinsKeyByKey() {
        List<Layer> layers = List.of(
                Layer.text("reference.yaml", "a: 1\nleaf: {max-depth: 1, debug-prob: 0.1}\nwords: [p]\n"),
                Layer.text("preset.yaml", "leaf: {max-depth: 2}\n"),
                Layer.text("mine.yaml", "words: [q, r]\n"),
                Layer.option("leaf.debug-prob=0.9"),
                Layer.option("a=7"));

        assertThat(LOADER.load(layers, Small.class)).isEqualTo(new Small(7, new Leaf(2, 0.9), List.of("q", "r")));
    }

    @Test
    void load_overDefaults_absentKeysKeepTheirValueAlsoInSections() {
        Small defaults = new Small(1, new Leaf(2, 0.3), List.of("d"));

        Small loaded = LOADER.load(List.of(Layer.text("p.yaml", "leaf: {max-depth: 9}")), defaults);

        assertThat(loaded).isEqualTo(new Small(1, new Leaf(9, 0.3), List.of("d")));
    }

    @Test
    void load_emptyFile_takesDeclaredDefaults() {
        assertThat(LOADER.load(List.of(Layer.text("e.yaml", "# nothing\n")), Outer.class))
                .isEqualTo(new Outer(new AllOptional(1, null)));
    }

    @Test
    void load_explicitNull_isAllowedOnlyWhereNullable() {
        assertThat(LOADER.load(List.of(Layer.text("e.yaml", "a: 1\nb: null")), AllOptional.class)
                        .b())
                .isNull();
        assertThatThrownBy(() -> LOADER.load(List.of(Layer.text("e.yaml", "b: x\na:")), AllOptional.class))
                .hasMessage("e.yaml:2: key 'a' must be a whole number but is empty");
    }

    @Test
    void option_listValue_isReadAsYaml() {
        Small small = LOADER.load(
                List.of(Layer.text("s.yaml", "a: 1\nleaf: {max-depth: 1}"), Layer.option("words=[m, n]")), Small.class);

        assertThat(small.words()).containsExactly("m", "n");
    }
}

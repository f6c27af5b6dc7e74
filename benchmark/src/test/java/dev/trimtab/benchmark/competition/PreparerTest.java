package dev.trimtab.benchmark.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.testing.TestCompetition;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prepared data appear whole or not at all, follow the recipe, and are made again only when something changed. */
final class PreparerTest {
    private static final String RAW = "a,b,y\n"
            + String.join(
                    "\n",
                    IntStream.range(0, 10)
                            .mapToObj(i -> i + ",\"x, " + i % 3 + "\"," + i % 2)
                            .toList())
            + "\n";
    private static final String METRIC = "metric: accuracy\ndirection: maximize\n";
    private static final String SPLIT = "split: {rule: random, test-fraction: 0.3, seed: 5}";

    @TempDir
    private Path dir;

    @Test
    void prepare_randomRule_numbersRowsAndHidesLabels() throws IOException {
        PreparedData data = prepare(write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", RAW));

        List<String> train = Files.readAllLines(data.publicDir().resolve("train.csv"));
        List<String> test = Files.readAllLines(data.publicDir().resolve("test.csv"));
        assertThat(train)
                .hasSize(8)
                .startsWith("id,a,b,y")
                .element(1)
                .asString()
                .startsWith("0,");
        assertThat(test).hasSize(4).startsWith("id,a,b").element(1).asString().startsWith("7,");
        assertThat(Files.readAllLines(data.answers())).hasSize(4).startsWith("id,y");
        assertThat(Files.readString(data.publicDir().resolve("train.csv"))).contains("\"x, 1\"");
    }

    @Test
    void prepare_keepTopLabelRenameDrop_areAppliedInOrder() throws IOException {
        PreparedData data = prepare(write("recipe", """
                prepare:
                  source: [raw.csv, raw.csv]
                  keep-top: {column: b, count: 2}
                  label: {from: y, map: {"0": "no"}, otherwise: "yes"}
                  rename: {b: kind}
                  drop: [a]
                  %s
                """.formatted(SPLIT), RAW));

        List<String> train = Files.readAllLines(data.publicDir().resolve("train.csv"));
        assertThat(train.get(0)).isEqualTo("id,kind,y");
        assertThat(train.subList(1, train.size()))
                .hasSize(9)
                .allMatch(line -> line.matches("\\d+,\"x, [01]\",(no|yes)"));
    }

    @Test
    void prepare_twice_leavesTheFilesAlone() throws IOException {
        Competition competition = write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", RAW);
        Path train = prepare(competition).publicDir().resolve("train.csv");
        FileTime made = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(train, made);

        prepare(competition);

        assertThat(Files.getLastModifiedTime(train)).isEqualTo(made);
    }

    @Test
    void prepare_rawFileChanged_replacesTheData() throws IOException {
        prepare(write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", RAW));

        PreparedData data = prepare(write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", RAW + "10,z,1\n"));

        assertThat(Files.readAllLines(data.answers())).hasSize(5);
        assertThat(data.root().resolveSibling("prepared.replaced")).doesNotExist();
    }

    @Test
    void prepare_afterAnInterruptedOne_startsAfreshAndLeavesNoRest() throws IOException {
        Competition competition = write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", RAW);
        Path rest = dir.resolve("data/small/prepared.unfinished/public");
        Files.createDirectories(rest);
        Files.writeString(rest.resolve("train.csv"), "torn");

        PreparedData data = prepare(competition);

        assertThat(Files.readAllLines(data.publicDir().resolve("train.csv"))).hasSize(8);
        assertThat(rest).doesNotExist();
    }

    @Test
    void prepare_failsHalfWay_leavesNothingThatLooksPrepared() {
        Competition competition = write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", "a,b,y\n1,2,3\n");

        assertThatThrownBy(() -> prepare(competition)).isInstanceOf(UserError.class);

        assertThat(PreparedData.in(dir.resolve("data"), competition).isReady()).isFalse();
    }

    @Test
    void prepare_fromManyThreads_isDoneOnce() {
        Competition competition = write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", RAW);

        List<Path> roots = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> prepare(competition).root())
                .distinct()
                .toList();

        assertThat(roots)
                .singleElement()
                .satisfies(root -> assertThat(root.resolve("public/test.csv")).exists());
    }

    @Test
    void prepare_unknownColumn_namesItAndThoseThereAre() {
        Competition competition = write("small", "prepare: {source: [raw.csv], drop: [cost], " + SPLIT + "}", RAW);

        assertThatThrownBy(() -> prepare(competition))
                .isInstanceOf(UserError.class)
                .hasMessage("no column 'cost' in the data; there are a, b, y");
    }

    @Test
    void prepare_raggedRow_namesFileAndLine() {
        Competition competition = write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", "a,b,y\n1,2\n");

        assertThatThrownBy(() -> prepare(competition))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("raw.csv")
                .hasMessageContaining("2");
    }

    @Test
    void prepare_dataDirThatIsAFile_isAnInfrastructureError() throws IOException {
        Competition competition = write("small", "prepare: {source: [raw.csv], " + SPLIT + "}", RAW);
        Path file = Files.writeString(dir.resolve("data"), "a file");

        assertThatThrownBy(() -> new Preparer(file).prepare(competition, competition.folder(), null))
                .isInstanceOf(InfrastructureError.class)
                .hasMessageContaining("--data-dir");
    }

    @Test
    void refold_timeRule_holdsOutLaterAndLaterPeriodsBeforeTheTest() throws IOException {
        Competition competition =
                write("series", """
                prepare:
                  source: [raw.csv]
                  rename: {a: when}
                  split: {rule: time, order-by: [a, b], test-from: {a: 8}}
                """, "a,b,y\n9,1,1\n8,2,0\n7,2,1\n7,1,0\n6,1,1\n5,1,0\n4,1,0\n3,1,1\n");
        PreparedData data = prepare(competition);

        List<Fold> folds = Refold.refold(competition, data.publicDir(), 2, dir.resolve("folds"));

        assertThat(Files.readAllLines(data.publicDir().resolve("test.csv")))
                .containsExactly("id,when,b", "6,8,2", "7,9,1");
        assertThat(Files.readAllLines(folds.get(0).publicDir().resolve("test.csv")))
                .containsExactly("id,when,b", "3,6,1", "4,7,1", "5,7,2");
        assertThat(Files.readAllLines(folds.get(1).publicDir().resolve("test.csv")))
                .containsExactly("id,when,b", "1,4,1", "2,5,1");
    }

    private Competition write(String id, String prepare, String raw) {
        return TestCompetition.write(dir.resolve("set"), id, METRIC + prepare, raw);
    }

    private PreparedData prepare(Competition competition) {
        return new Preparer(dir.resolve("data")).prepare(competition, competition.folder(), /* description= */ null);
    }
}

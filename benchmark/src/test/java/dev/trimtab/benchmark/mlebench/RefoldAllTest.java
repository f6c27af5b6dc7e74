package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.PreparedFiles;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every competition of MLE-bench that says that its training rows can be split again, on tiny data that are made up. */
final class RefoldAllTest {
    private static final Grader GRADER = new Grader(Metrics.builtIn());

    /** The angle between equal directions, an arc cosine near 1, is found to 8 decimals only. */
    private static final double ROUNDING = 1e-8;

    /** The score of a perfect submission where it is neither 1 (greater is better) nor 0. */
    private static final Map<String, Double> PERFECT = Map.of(
            "champs-scalar-coupling",
            Double.NEGATIVE_INFINITY,
            // the answers' confidence is 100 ml
            "osic-pulmonary-fibrosis-progression",
            -Math.log(100 * Math.sqrt(2)));

    /** Where no submission is perfect: an article bought twice, and true boxes that the original metric misreads. */
    private static final Set<String> NEVER_PERFECT =
            Set.of("h-and-m-personalized-fashion-recommendations", "vinbigdata-chest-xray-abnormalities-detection");

    /** The made-up transactions are of too few weeks for more. */
    private static final Map<String, Integer> FOLDS = Map.of("h-and-m-personalized-fashion-recommendations", 2);

    /** Made-up training cells on which nothing could be perfect, and what is put in their place. */
    private static final Map<String, Mend> MENDED = Map.of(
            "google-quest-challenge",
            new Mend("question_type_spelling", (row, cell) -> row % 2 == 0 ? "0.5" : cell),
            "nomad2018-predict-transparent-conductors",
            new Mend("formation_energy_ev_natom|bandgap_energy_ev", (row, cell) -> cell.replace("-", "")),
            "tweet-sentiment-extraction",
            new Mend("selected_text", (row, cell) -> cell.isBlank() ? "words" : cell));

    /**
     * Other cells in some columns of train.csv.
     *
     * @param columns a regular expression
     * @param cells of row number and cell
     */
    private record Mend(String columns, BiFunction<Integer, String, String> cells) {
        void apply(Path publicDir) throws IOException {
            Path file = publicDir.resolve("train.csv");
            PandasTable table = PandasTable.scan(Reading.of(file));
            List<String[]> rows = table.all();
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < table.header().size(); i++) {
                    if (table.header().get(i).matches(columns)) {
                        rows.get(row)[i] = cells.apply(row, rows.get(row)[i]);
                    }
                }
            }
            Files.delete(file);
            PandasWriter.write(file, table.header(), rows);
        }
    }

    /**
     * Where some rows are in no fold: sentences that are drawn, days before the last weeks, sequences that are not clean,
     * pictures of categories that have fewer than there are folds.
     */
    private static final Set<String> SOME = Set.of(
            "billion-word-imputation",
            "h-and-m-personalized-fashion-recommendations",
            "herbarium-2020-fgvc7",
            "herbarium-2021-fgvc8",
            "herbarium-2022-fgvc9",
            "inaturalist-2019-fgvc6",
            "stanford-covid-vaccine");

    @TempDir
    private Path dir;

    static Stream<String> ids() {
        return TinyCompetitions.SET.competitions().stream()
                .filter(competition -> competition.definition().refold().folds() > 0)
                .filter(RecipePreparer::hasRecipe)
                .map(Competition::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void refold_tinyData_playsTheCompetitionOnRowsThatTheProgramHasNotSeen(String id) throws IOException {
        TinyCompetitions.Prepared tiny = TinyCompetitions.prepare(id, dir);
        PreparedData data = tiny.data();
        if (MENDED.containsKey(id)) {
            MENDED.get(id).apply(data.publicDir());
        }
        int count =
                FOLDS.getOrDefault(id, data.competition().definition().refold().folds());

        List<Fold> folds = tiny.set().refold(data, count, dir.resolve("folds"));

        assertThat(folds).hasSize(count);
        for (Fold fold : folds) {
            perfectAndSampleSubmission_areScored(data.competition(), fold);
            layout_isThatOfThePublicData(data.publicDir(), fold.publicDir());
            publicFiles_nameNoHeldOutRow_butWhereTheCompetitionNamesItsTestRows(data, fold);
        }
        heldOutRows_areDisjoint_andTogetherAllTrainingRows(data, folds);
        assertThat(dir.resolve("folds").resolve("scratch")).doesNotExist();
    }

    private static void perfectAndSampleSubmission_areScored(Competition competition, Fold fold) {
        PreparedFiles files = competition.definition().files();
        Path root = fold.publicDir().resolveSibling("");
        double best = PERFECT.getOrDefault(competition.id(), competition.direction() == Direction.MAXIMIZE ? 1.0 : 0.0);

        double perfect = score(competition, fold, root.resolve(files.gold().orElse(files.answers())));
        double sample = score(competition, fold, root.resolve(files.sample()));
        if (NEVER_PERFECT.contains(competition.id())) {
            assertThat(perfect).isGreaterThan(sample);
        } else {
            assertThat(perfect)
                    .usingComparator(
                            (left, right) -> Math.abs(left - right) < ROUNDING ? 0 : Double.compare(left, right))
                    .isEqualTo(best);
        }
    }

    private static double score(Competition competition, Fold fold, Path submission) {
        Score score = GRADER.score(competition, fold.answers(), submission);
        assertThat(score).isInstanceOf(Score.Scored.class);
        return ((Score.Scored) score).value();
    }

    private static void layout_isThatOfThePublicData(Path competition, Path fold) throws IOException {
        assertThat(names(fold)).isEqualTo(names(competition));
        for (String name : names(fold)) {
            if (name.endsWith(".csv") || name.endsWith(".tsv")) {
                assertThat(header(fold.resolve(name))).as(name).isEqualTo(header(competition.resolve(name)));
            }
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String header(Path table) throws IOException {
        try (Stream<String> lines = Files.lines(table)) {
            return lines.findFirst().orElseThrow();
        }
    }

    private static void publicFiles_nameNoHeldOutRow_butWhereTheCompetitionNamesItsTestRows(
            PreparedData data, Fold fold) throws IOException {
        Definition definition = data.competition().definition();
        Set<String> allowed = Mentions.in(data.publicDir(), Mentions.ids(definition, data.answers()));
        Set<String> found = Mentions.in(fold.publicDir(), Mentions.ids(definition, fold.answers()));
        assertThat(found).isSubsetOf(allowed);
    }

    private void heldOutRows_areDisjoint_andTogetherAllTrainingRows(PreparedData data, List<Fold> folds)
            throws IOException {
        TrainingRows rows = new TrainingRows(data.competition(), dir.resolve("unpacked"));
        List<String> all = rows.of(data.publicDir());
        List<String> heldOut = new ArrayList<>();
        for (Fold fold : folds) {
            List<String> held = new ArrayList<>(all);
            for (String row : rows.of(fold.publicDir())) {
                assertThat(held.remove(row)).as(row).isTrue();
            }
            assertThat(held).isNotEmpty();
            heldOut.addAll(held);
        }
        if (SOME.contains(data.competition().id())) {
            assertThat(all).containsAll(heldOut);
        } else {
            assertThat(heldOut).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void refold_moreFoldsThanRows_saysSo() throws IOException {
        TinyCompetitions.Prepared tiny = TinyCompetitions.prepare("us-patent-phrase-to-phrase-matching", dir);

        assertThatThrownBy(() -> tiny.set().refold(tiny.data(), 1000, dir.resolve("folds")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be split into 1000 folds");
    }
}

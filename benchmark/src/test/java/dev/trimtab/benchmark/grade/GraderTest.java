package dev.trimtab.benchmark.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.testing.TestCompetition;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A submission is scored or refused with one line that its author can act on; nothing in it can make the grader fail. */
final class GraderTest {
    private static final String RECIPE = """
            metric: accuracy
            direction: maximize
            prepare: {source: [raw.csv], split: {rule: random, test-fraction: 0.5}}
            thresholds: {gold: 0.9, silver: 0.8, bronze: 0.7, median: 0.5}
            """;

    @TempDir
    private Path dir;

    private Competition competition;
    private Path answers;

    @BeforeEach
    void writeAnswers() throws IOException {
        competition = TestCompetition.write(dir, "small", RECIPE, "a,y\n1,0\n");
        answers = Files.writeString(dir.resolve("answers.csv"), "id,y\n7,1\n08,0\n9,1\n10,0\n");
    }

    @Test
    void score_otherOrderExtraColumnsAndSpellings_isPairedById() throws IOException {
        assertThat(score("\uFEFFy,id,note\r\n0,10.0,x\r\n\r\n1, 7,\n1,9\n1,8,z\n"))
                .isEqualTo(new Score.Scored(0.75));
    }

    @Test
    void score_headerOfAnySize_isToldInOneShortLine() throws IOException {
        String header = IntStream.range(0, 5000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThat(problem(header + "\n"))
                .hasSizeLessThan(200)
                .startsWith("the submission has no column `id`; it has c0, c1, ")
                .endsWith("c19 and 4980 more");
        assertThat(problem("\"" + "x\n\033[2J".repeat(100_000) + "\"\n"))
                .hasSizeLessThan(200)
                .doesNotContain("\n", "\033");
    }

    @Test
    void score_missingColumn_namesItAndThoseThereAre() throws IOException {
        assertThat(problem("id,label\n7,1\n8,0\n9,1\n10,0\n"))
                .isEqualTo("the submission has no column `y`; it has id, label");
        assertThat(problem("y\n1\n0\n1\n0\n")).startsWith("the submission has no column `id`");
    }

    @Test
    void score_wrongLength_tellsBothNumbers() throws IOException {
        assertThat(problem("id,y\n7,1\n")).isEqualTo("the submission has 1 row but the test set has 4");
        assertThat(problem("id,y\n7,1\n8,1\n9,1\n10,1\n11,1\n"))
                .isEqualTo("the submission has more rows than the 4 of the test set");
    }

    @Test
    void score_wrongOrRepeatedId_namesIt() throws IOException {
        assertThat(problem("id,y\n7,1\n8,0\n9,1\n11,0\n")).startsWith("column `id` holds `11`, which is no id");
        assertThat(problem("id,y\n7,1\n8,0\n9,1\n9,0\n")).isEqualTo("column `id` holds `9` twice");
        assertThat(problem("id,y\n7,1\n8,0\n9,1\n,0\n")).startsWith("column `id` holds ``, which is no id");
    }

    @Test
    void score_linesOfBlanks_areNoRows() throws IOException {
        assertThat(score("id,y\n7,1\n  \n8,0\n \t\r\n9,1\n10,0\n   ")).isEqualTo(new Score.Scored(1));
        assertThat(problem("id,y\n7,1\n8,0\n9,1\n10,0\n \n\" \"\n")).contains("more rows than the 4");
        assertThat(problem("id,y\n7,1\n8,0\n9,1\n ,0\n")).contains("which is no id");
        assertThat(score(" \n\t \n\nid,y\n7,1\n8,0\n9,1\n10,0\n")).isEqualTo(new Score.Scored(1));
    }

    @Test
    void score_rowsBehindAnIndexWithoutAName_areReadAsPandasReadsThem() throws IOException {
        assertThat(score("id,y\n0,7,1\n1,8,0\n2,9,1\n3,10,0\n")).isEqualTo(new Score.Scored(1));
        assertThat(problem("id,y\n0,7,1\n1,8,0\n2,9,1\n3,10,0,0\n")).contains("row 4 has more cells");
    }

    @Test
    void score_quotesInsideAndBehindCells_areReadAsPandasReadsThem() throws IOException {
        assertThat(score("\uFEFF\"id\",\"y\"\n\"7\",\"1\"\n\"0\"8,0\n9,\"\"1\n10,0\r"))
                .isEqualTo(new Score.Scored(1));
        assertThat(problem("id,y\n7\"\",1\n8,0\n9,1\n10,0\n")).contains("`7\"\"`, which is no id");
    }

    @Test
    void score_aColumnTwiceWhereNoOtherIsAllowed_isRefused() throws IOException {
        competition = TestCompetition.write(dir, "exact", RECIPE + "grading: {header: exact}\n", "a,y\n1,0\n");

        assertThat(score("y,id\n1,7\n0,8\n1,9\n0,10\n")).isEqualTo(new Score.Scored(1));
        assertThat(problem("id,y,y\n7,1,1\n8,0,0\n9,1,1\n10,0,0\n"))
                .contains("must have the columns id, y and no other; it has id, y, y");
    }

    @Test
    void score_answersWithoutAColumn_areBadInputThatSaysWhatToDo() throws IOException {
        Files.writeString(answers, "id,z\n7,1\n");

        assertThatThrownBy(() -> score("id,y\n7,1\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("have no column `y`")
                .hasMessageContaining("prepare the competition again");
    }

    @Test
    void score_emptyCell_isRefused() throws IOException {
        assertThat(problem("id,y\n7,1\n8,\n9,1\n10,0\n")).contains("a cell is empty or NaN");
        assertThat(problem("id,y\n7,1\n8\n9,1\n10,0\n")).contains("a cell is empty or NaN");
    }

    @Test
    void score_noCsv_isRefused() throws IOException {
        assertThat(problem("")).contains("is empty");
        assertThat(problem("id,y\n7,1\n8,0,3\n9,1\n10,0\n")).contains("row 2 has more cells than the 2");
        assertThat(problem("id,y\n7" + ",1".repeat(20_000) + "\n")).contains("row 1 has more cells than the 2");
        assertThat(problem("id,y\n7,1\n8,\"0\n9,1\n10,0\n"))
                .contains("quote that begins a cell in line 3 is never closed");
    }

    @Test
    void score_bytesThatAreNoText_areRefused() throws IOException {
        Path file = Files.write(dir.resolve("s.csv"), "id,y\n7,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(((Score.Invalid) grader().score(competition, answers, file)).problem())
                .contains("is no text in UTF-8");
    }

    @Test
    void score_noFileOrOtherName_isRefused() throws IOException {
        assertThat(((Score.Invalid) grader().score(competition, answers, dir.resolve("none.csv"))).problem())
                .startsWith("there is no file");
        Path text = Files.writeString(dir.resolve("s.txt"), "id,y\n");
        assertThat(((Score.Invalid) grader().score(competition, answers, text)).problem())
                .contains("only CSV files are accepted");
        Path upper = Files.writeString(dir.resolve("S.CSV"), "id,y\n7,1\n8,0\n9,1\n10,0\n");
        assertThat(grader().score(competition, answers, upper)).isEqualTo(new Score.Scored(1));
    }

    private String problem(String submission) throws IOException {
        return ((Score.Invalid) score(submission)).problem();
    }

    private Score score(String submission) throws IOException {
        return grader().score(competition, answers, Files.writeString(dir.resolve("s.csv"), submission));
    }

    private static Grader grader() {
        return new Grader(Metrics.builtIn());
    }
}

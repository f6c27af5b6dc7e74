package dev.trimtab.benchmark.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of copying and broken rules in logs written by hand. */
final class ContaminationTest {
    private static final String PYTHON = """
            import pandas as pd
            from sklearn.ensemble import RandomForestClassifier

            # reads the data
            train = pd.read_csv('input/train.csv')
            target = train.pop("target")
            model = RandomForestClassifier(n_estimators=300, max_depth=9)
            for column in train.columns:
                train[column] = train[column].fillna(train[column].median())
            model.fit(train.drop(columns=["id"]), target)
            test = pd.read_csv('input/test.csv')
            out = pd.DataFrame({'id': test.id, 'target': model.predict(test.drop(columns=['id']))})
            out.to_csv("submission/submission.csv", index=False)
            """;

    @Test
    void of_aCopyWithOtherNamesNumbersTextsAndComments_isWhollyAlike(@TempDir Path known) throws IOException {
        Files.writeString(known.resolve("best.py"), PYTHON);
        Files.writeString(known.resolve("other.py"), other());
        String copy = PYTHON.replace("train", "rows")
                .replace("model", "forest")
                .replace("300", "57")
                .replace("# reads the data", "")
                .replace("'", "\"");

        Contamination found = Contamination.of(log("n1", copy), "solution.py", known, 0.6);

        assertThat(found.compared()).isEqualTo(2);
        assertThat(found.submission()).isEqualTo(new Likeness("n1/solution.py", "best.py", 1, 1));
        assertThat(found.suspects()).containsExactly(new Likeness("n1/solution.py", "best.py", 1, 1));
    }

    @Test
    void of_aProgramWithALongString_isReadWhole(@TempDir Path known) throws IOException {
        String encoded = PYTHON + "picture = \"" + "iVBORw0KGgo".repeat(20_000) + "\"\n";
        Files.writeString(known.resolve("best.py"), encoded);

        Contamination found = Contamination.of(log("n1", encoded), "solution.py", known, 0.6);

        assertThat(found.submission()).isEqualTo(new Likeness("n1/solution.py", "best.py", 1, 1));
    }

    @Test
    void of_aNotebook_itsCellsOfCodeAreCompared(@TempDir Path known) throws IOException {
        String lines = PYTHON.lines()
                .map(line -> "\"" + line.replace("\"", "\\\"") + "\\n\"")
                .collect(Collectors.joining(","));
        Files.writeString(
                known.resolve("best.ipynb"),
                "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"words\"]}, {\"cell_type\": \"code\", \"source\": ["
                        + lines + "]}]}");

        Contamination found = Contamination.of(log("n1", PYTHON), "solution.py", known, 0.6);

        assertThat(found.submission()).isEqualTo(new Likeness("n1/solution.py", "best.ipynb", 1, 1));
    }

    @Test
    void of_anotherProgram_isNotSuspect_andOneThatTookHalfOfItSaysSo(@TempDir Path known) throws IOException {
        Files.writeString(known.resolve("best.py"), PYTHON);
        List<Event> log = List.of(attempted(1, "n1", other()), attempted(2, "n2", PYTHON + other()));

        Contamination found = Contamination.of(log, "solution.py", known, 0.3);

        assertThat(found.submission()).as("nothing was selected").isNull();
        assertThat(found.suspects()).hasSize(1);
        assertThat(found.suspects().get(0).leftFile()).isEqualTo("n2/solution.py");
        assertThat(found.suspects().get(0).contained()).isBetween(0.1, 0.9);
    }

    @Test
    void of_javaPrograms_comparesThemAsJava(@TempDir Path known) throws IOException {
        String java = IntStream.range(0, 12)
                .mapToObj(i -> "int a" + i + " = read(\"x\", 'c') + " + i + "; /* note */ while (a" + i + " > 2) { a"
                        + i + "--; } // end\n")
                .collect(Collectors.joining("", "public class Solution { void run() {\n", "}}"));
        Files.writeString(known.resolve("Best.java"), java);

        Contamination found = Contamination.of(
                log("n1", java.replace("// end", "").replace(" a", " b")), "Solution.java", known, 0.6);

        assertThat(found.submission()).isEqualTo(new Likeness("n1/Solution.java", "Best.java", 1, 1));
    }

    @Test
    void of_linesThatMayBreakARule_areListedWithTheirStep_andHarmlessOnesAreNot() {
        List<Event> log = List.of(
                attempted(3, "n3", "import requests\nr = requests.get('http://example.org')\nimport openai\n" + PYTHON),
                new Event.ToolUsed(4, "execute_bash", "cat ../private/answers.csv", "No such file"),
                new Event.ToolUsed(5, "execute_bash", "ls input && python solution.py", "ok"));

        Contamination found = Contamination.of(log, "solution.py", null, 0.6);

        assertThat(found.compared()).isZero();
        assertThat(found.breaches())
                .extracting(Breach::step, Breach::rule, Breach::where)
                .containsExactly(
                        tuple(3, "network", "program"),
                        tuple(3, "outside-model", "program"),
                        tuple(4, "answers", "execute_bash"));
    }

    @Test
    void of_aFolderWithNothingToCompareWith_isBadInput(@TempDir Path known) {
        assertThatThrownBy(() -> Contamination.of(log("n1", PYTHON), "solution.py", known, 0.6))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no .py, .java or .ipynb");
        assertThatThrownBy(() -> Contamination.of(log("n1", PYTHON), "solution.py", known.resolve("none"), 0.6))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no folder");
    }

    private static String other() {
        return IntStream.range(0, 15)
                .mapToObj(i -> "def f" + i + "(a, b):\n    return [x * " + i + " for x in a if x > b] + (b,)\n")
                .collect(Collectors.joining());
    }

    private static List<Event> log(String id, String code) {
        return List.of(attempted(1, id, code), new Event.Selected(2, id, "weak"));
    }

    private static Event attempted(int step, String id, String code) {
        Attempt attempt =
                new Attempt(id, null, step, Attempt.Stage.DRAFT, "plan", code, 0.5, "", null, null, true, null);
        return new Event.Attempted(step, attempt, "forest", "code");
    }
}

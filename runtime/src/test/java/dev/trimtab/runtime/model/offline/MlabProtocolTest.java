package dev.trimtab.runtime.model.offline;

import static dev.trimtab.runtime.model.offline.Prompts.ask;
import static dev.trimtab.runtime.model.offline.Prompts.careful;
import static dev.trimtab.runtime.model.offline.Prompts.code;
import static dev.trimtab.runtime.model.offline.Prompts.engineer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The offline engineer in MLAB's form: it writes by the edit tool, runs, and mends what it is shown. */
final class MlabProtocolTest {
    private static final String FRAME = """
            You are a research assistant.

            Research Problem: # Prices of things

            ## Task
            Predict the price of each thing.

            ## Submission
            A CSV file with the header `id,price` and one row for each row of `test.csv`.

            - Print `Validation rmsle: <value>`. Libraries - Tribuo.

            Reflection: x
            Thought: x
            Action: x
            Action Input: x
            Observation:
            """;
    private static final String DESIGN =
            "XGBoost (150 trees, depth 5, rate 0.08, share 0.5, penalty 10) on one-hot columns, raw numbers, gaps by mean.";
    private static final String EDITED = "\n# History\n\nThought: " + DESIGN
            + "\nAction: Edit Script (AI)\nAction Input: {\"script_name\":\"Solution.java\"}\nObservation: saved\n";

    @Test
    void act_atTheStart_hasAScriptWrittenAndTellsAllThatIsNeededForIt() {
        String reply = ask(careful(1), FRAME + "\nBegin.").text();

        assertThat(reply)
                .contains("\nAction: Edit Script (AI)\n", "Validation rmsle: <value>", "header `id,price`")
                .contains("\nAction Input: {");
    }

    @Test
    void act_afterAnEdit_runsTheScript() {
        assertThat(ask(careful(1), FRAME + EDITED).text()).contains("Thought: " + DESIGN, "\nAction: Execute Script\n");
    }

    @Test
    void act_afterAFailure_hasItMendedInTheSameDesign() {
        String failed = EDITED + "\nThought: " + DESIGN
                + "\nAction: Execute Script\nAction Input: {\"script_name\":\"Solution.java\"}\nObservation: It failed.\n"
                + "Exception in thread \"main\" java.lang.ArithmeticException: / by zero\n";

        assertThat(ask(careful(1), FRAME + failed).text())
                .contains("Action: Edit Script (AI)", "failed with ArithmeticException", DESIGN);
    }

    @Test
    void act_underAFullRateOfSlips_lacksItsInput() {
        assertThat(ask(engineer(1, 0, 1, /* malformed= */ 1, 0), FRAME + "\nBegin.")
                        .text())
                .doesNotContain("Action Input");
    }

    @Test
    void edit_writesTheProgramThatTheInstructionTellsOf() {
        String reply = ask(
                        careful(1),
                        "Change it: " + DESIGN
                                + " Print `Validation rmsle: <value>`. Write it with the header `id,price`.\n\n"
                                + "# Current program\n\n```java\n```\n\nAnswer with one block.")
                .text();

        assertThat(code(reply)).contains("public class Solution", "\"price\"", DESIGN);
    }

    @Test
    void sideCall_digestsTheAttemptsThatItIsShown() {
        assertThat(ask(careful(1), "Sum up.\n\n# Material\n\n" + DESIGN + " Validation rmsle: 0.25")
                        .text())
                .contains(DESIGN, "scored 0.25");
    }
}

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

            - Read `./input`. Print `Validation rmsle: <value>`. Libraries - Tribuo.

            Reflection: x
            Thought: x
            Action: x
            Action Input: x
            Observation:
            """;
    /** A frame that tells nothing of folders, with an example of an observation, as agents written elsewhere may have it. */
    private static final String OTHER_FRAME = """
            You help with research.
            - List Files:
            ```
            Action: List Files
            Action Input: {
                "dir_path": [a folder]
            }
            Observation: [the python scripts and other files in it]
            ```

            Research Problem: # Prices of things

            ## Task
            Predict the price of each thing. The metric is `rmsle`.

            ## Submission
            A file submission.csv with the header `id,price` and one row for each row of `test.csv`.

            Keep to this form:
            Reflection: x
            Thought: x
            Action: x
            Action Input: x
            Observation:
            ```
            what came of it
            ```

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
    void act_afterAnEditThatIsToldInFences_runsTheScript() {
        String edited = "\n\nAssistant:\nReflection:  x\nThought:  " + DESIGN
                + "\nAction:  Edit Script (AI)\nAction Input:  {\"script_name\":\"solution.py\"}\n\nObservation:\n```\nsaved\n```\n\n";

        assertThat(ask(careful(1), OTHER_FRAME + "\nNow begin.\n" + edited).text())
                .contains("Thought: " + DESIGN, "\nAction: Execute Script\n", "\"script_name\":\"solution.py\"");
    }

    @Test
    void act_whereNothingTellsWhereTheDataLie_looksFirst() {
        assertThat(ask(careful(1), OTHER_FRAME + "\nNow begin.\n").text())
                .contains("\nAction: List Files\nAction Input: {\"dir_path\":\".\"}");
    }

    @Test
    void act_afterAListing_tellsWhereTheDataLieAndKeepsItInThePlan() {
        String listed =
                "Thought: x\nAction: List Files\nAction Input: {\"dir_path\":\".\"}\nObservation:\n```\nbackup/\n";

        assertThat(ask(careful(1), OTHER_FRAME + listed + "data/\n```\n").text())
                .contains("The data lie in `./data`.", "Read the data from `./data`. Write ./submission.csv with");
        assertThat(ask(careful(1), OTHER_FRAME + listed + "train.csv\n```\n").text())
                .contains("The data lie in `.`.", "Read the data from `.`.");
    }

    @Test
    void edit_ofAScriptInAFence_readsAndWritesWhereItIsTold() {
        String reply = ask(
                        careful(1),
                        "Here is a python script:\n    ```python \n    \n    ```\n    Edit the script as this says:\n    "
                                + DESIGN
                                + " Print `Validation rmsle: <value>`. Read the data from `.`. Write ./submission.csv "
                                + "with the header `id,price`.\n    Begin with \"```python\".\n")
                .text();

        assertThat(reply)
                .contains("```python\n", "\"./\" + name", "out.to_csv(\"./submission.csv\"", "\"price\"", DESIGN);
    }

    @Test
    void sideCall_thatNamesItsParts_isAnsweredInThem() {
        String step = "Here is a step:\n Thought: " + DESIGN + "\n[Observation]:\n```\nValidation rmsle: 0.25\n```\n";

        assertThat(ask(
                                careful(1),
                                step
                                        + "Summarize your step like this:\n[Reasoning]: why\n[Action]: what\n[Observation]: so\n")
                        .text())
                .startsWith("[Reasoning]: ")
                .contains("\n[Action]: ", "\n[Observation]: " + DESIGN, "scored 0.25");
    }

    @Test
    void sideCall_onAFileWithoutAttempts_repeatsHowItBegins() {
        assertThat(ask(
                                careful(1),
                                "Given this part of a file:\n```\nid,price\n1,2\n```\nHere is what to look for: columns")
                        .text())
                .isEqualTo("id,price\n1,2");
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

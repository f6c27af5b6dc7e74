package dev.trimtab.runtime.model.offline.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The task is read from its description, whatever the headings inside it. */
final class PromptReaderTest {
    @Test
    void read_tableWithTextColumnsInTheOverview_isATable() {
        TaskFacts facts = PromptReader.read("""
                        # Task description

                        # Bird strikes

                        ## Task
                        Predict the probability that the aircraft was damaged.

                        ## Files
                        - `train.csv`: reports with the column `damaged`

                        ## Submission
                        A CSV file with the header `id,damaged`.

                        # Instructions

                        - print `Validation auc: <value>`

                        ## Installed packages

                        You may use: XGBoost4J.

                        # Data overview

                        - state: text, 29 distinct, most often Texas (450)
                        """).task();

        assertThat(facts.shape()).contains(Shape.TABLE);
        assertThat(facts.metric()).isEqualTo(Metric.AUC);
        assertThat(facts.id()).isEqualTo("id");
        assertThat(facts.target()).isEqualTo("damaged");
        assertThat(facts.xgboost()).isTrue();
    }

    @Test
    void read_passages_areText() {
        TaskFacts facts = PromptReader.read("""
                        # Task description

                        Each row is a passage. Log loss (`log-loss`) counts.

                        - `train.csv`: passages with the column `president`

                        the header `id,Andrew Jackson,Barack Obama`
                        """).task();

        assertThat(facts.shape()).contains(Shape.TEXT);
        assertThat(facts.metric()).isEqualTo(Metric.LOG_LOSS);
        assertThat(facts.target()).isEqualTo("president");
    }

    @Test
    void read_daysOfTheCalendar_areATimeSeries() {
        TaskFacts facts = PromptReader.read("""
                        # Task description

                        # Births, day by day

                        `year`, `month`, `date_of_month`: the date. The header is `id,births`; `mape` counts.
                        """).task();

        assertThat(facts.shape()).contains(Shape.TIME_SERIES);
        assertThat(facts.target()).isEqualTo("births");
    }

    /** What an answer is follows from the metric, and what a cell holds from the words about it; no name of a competition is known. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mean average precision of the first five names (`map-at-k`, k = 5) | RANKING | MAP_AT_K",
                "Character error rate; lower is better | SEQUENCE | SEQUENCE_ERROR_RATE",
                "Root mean squared error over all pixels (`pixel-rmse`) | PICTURE | PIXEL_RMSE",
                "Dice coefficient (`dice`) | MASK | DICE",
                "Logarithmic loss (`log-loss`). `pulse`: 300 numbers between blanks | SERIES | LOG_LOSS",
                "Root mean squared error (`rmse`). `pulse`: a number | TABLE | RMSE"
            })
    void read_wordsOfMetricAndCells_tellTheShape(String words, Shape shape, Metric metric) {
        TaskFacts facts = PromptReader.read(
                        "# Task description\n\n" + words + "\n\nA CSV file with the header `id,answer`.\n")
                .task();

        assertThat(facts.shape()).contains(shape);
        assertThat(facts.metric()).isEqualTo(metric);
    }

    @Test
    void read_stepsAfterTheFormOfAnAnswer_areAttemptsAndNoPartOfTheTask() {
        Prompt prompt = PromptReader.read("""
                        Research Problem: # Prices

                        ## Task
                        Predict the price (`rmse`); the header is `id,price`.

                        Thought: what you do
                        Action: one tool
                        Action Input: its input
                        Observation:
                        ```
                        what came of it
                        ```

                        Thought: Random forest (200 trees, depth 8, share 0.5) on one-hot columns, raw numbers, gaps by mean.
                        Action: Execute Script
                        Action Input: {}
                        Observation:
                        ```
                        # day by day, year, month
                        Validation rmse: 0.5
                        ```
                        """);

        assertThat(prompt.attempts()).hasSize(1);
        assertThat(prompt.attempts().get(0).score()).hasValue(0.5);
        assertThat(prompt.task().shape()).contains(Shape.TABLE);
        assertThat(prompt.task().target()).isEqualTo("price");
    }

    @Test
    void read_titleOfAProblem_isPartOfTheTask() {
        TaskFacts facts = PromptReader.read("""
                        Research Problem: # Births, day by day

                        ## Task
                        The columns `year` and `month` are the date. The header is `id,births`; `mape` counts.

                        Action: one tool
                        Action Input: its input
                        Observation:

                        Begin.
                        """).task();

        assertThat(facts.shape()).contains(Shape.TIME_SERIES);
    }

    @Test
    void read_placesOfDataAndSubmission_areThoseThatThePromptTells() {
        TaskFacts usual = PromptReader.read("A script reads `./input` and writes `./submission/submission.csv`.")
                .task();
        TaskFacts beside = PromptReader.read("The csv files are in the data folder. Leave a file submission.csv.")
                .task();

        assertThat(usual.data()).contains("./input");
        assertThat(usual.elsewhere()).isEmpty();
        assertThat(usual.folder()).isEqualTo(ProgramTask.Folder.SUBMISSION);
        assertThat(beside.elsewhere()).contains("./data");
        assertThat(beside.folder()).isEqualTo(ProgramTask.Folder.HERE);
        assertThat(PromptReader.read("Predict prices.").task().data()).isEmpty();
    }
}

package dev.trimtab.runtime.model.offline.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import org.junit.jupiter.api.Test;

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
}

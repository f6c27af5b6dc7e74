package dev.trimtab.scaffolds.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations in words, and the score that a program prints. */
class PromptWordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT9H, 9 hours",
        "PT1H30M, 1 hour 30 minutes",
        "PT1M1S, 1 minute 1 second",
        "PT0.4S, less than a second",
        "P1DT2H3M, 1 day 2 hours"
    })
    void words_duration_saysItsTwoLargestUnits(Duration duration, String words) {
        assertThat(SpokenDuration.of(duration)).isEqualTo(words);
    }

    @Test
    void printedScore_severalLines_takesTheLast() {
        assertThat(PrintedScore.in("Validation auc: 0.5\nfold\nvalidation AUC = 7e-1\nend", "auc"))
                .isEqualTo(0.7);
        assertThat(PrintedScore.in("Validation rmse: 0.5", "auc")).isNull();
        assertThat(PrintedScore.in("Validation auc: NaN", "auc")).isNull();
    }

    @Test
    void printedScore_amongBlanksAndLineBreaks_isFound() {
        assertThat(PrintedScore.in("\n\n \t Validation auc :\t0.25 \t\r\nend", "auc"))
                .isEqualTo(0.25);
        assertThat(PrintedScore.in("Validation auc:\n0.25\n", "auc")).isEqualTo(0.25);
        assertThat(PrintedScore.in("Validation auc: 0.25 of 1", "auc")).isNull();
        assertThat(PrintedScore.in("\n".repeat(400_000) + "Validation auc: 0.25" + "\n".repeat(400_000), "auc"))
                .as("as a program prints that repeats itself")
                .isEqualTo(0.25);
    }
}

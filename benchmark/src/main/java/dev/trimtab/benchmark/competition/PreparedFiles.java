package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.config.Default;
import java.util.Optional;

/**
 * Where the prepared data hold the files that everyone needs, relative to the folder of {@code public} and {@code private}.
 *
 * @param answers the true values
 * @param sample a valid submission that wins nothing; some competitions keep it in {@code private}
 * @param gold a perfect submission; absent: the answers are one
 */
public record PreparedFiles(
        @Default("private/answers.csv") String answers,
        @Default("public/sample_submission.csv") String sample,
        Optional<String> gold) {}

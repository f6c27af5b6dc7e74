package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validity on the command line. */
final class ValidateCommandTest {
    @TempDir
    private Path dir;

    @Test
    void validate_saysValidOrWhyNot_byItsExitCodeToo() throws IOException {
        Path data = dir.resolve("data");
        InProcessTrimtab.execute(List.of("prepare", "us-daily-births", "--data-dir", data.toString()));
        Path sample = data.resolve("us-daily-births/prepared/public/sample_submission.csv");
        Path text = dir.resolve("text.csv");
        Files.writeString(text, Files.readString(sample).replaceFirst("(?m)^(\\d+),.*$", "$1,many"));

        ChildTrimtab.Outcome good = validate(sample, data);
        ChildTrimtab.Outcome bad = validate(text, data);
        ChildTrimtab.Outcome graded = validate(sample, data, "--check", "grader", "--json");

        assertThat(good.code()).as(good.err()).isZero();
        assertThat(good.out())
                .isEqualToIgnoringNewLines("The submission is valid, as far as the sample submission tells.");
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.out()).contains("holds text where the sample submission holds numbers");
        assertThat(graded.code()).isZero();
        assertThat(graded.out())
                .contains("\"valid\"", "The submission is valid.")
                .doesNotContain("score");
    }

    @Test
    void validate_fileThatIsNotThere_isNamed() {
        Path data = dir.resolve("data");
        InProcessTrimtab.execute(List.of("prepare", "us-daily-births", "--data-dir", data.toString()));

        ChildTrimtab.Outcome outcome = validate(dir.resolve("typo.csv"), data);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no file " + dir.resolve("typo.csv"));
    }

    private static ChildTrimtab.Outcome validate(Path submission, Path data, String... more) {
        List<String> args = new ArrayList<>(
                List.of("validate", submission.toString(), "us-daily-births", "--data-dir", data.toString()));
        args.addAll(List.of(more));
        return InProcessTrimtab.execute(args);
    }
}

package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.cli.Trimtab;
import dev.trimtab.benchmark.testing.DebianPython;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The example drives the command from another language, as a user would. */
final class DecideExampleTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));
    private static final Path EXAMPLE = HOME.resolve("docs/examples/decide.py");

    @Test
    void example_drivenByPython_endsAtTheRouteThatMoves() throws Exception {
        DebianPython.require();
        Process process = new ProcessBuilder(
                        "/usr/bin/python3",
                        EXAMPLE.toString(),
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Dtrimtab.home=" + HOME,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trimtab.class.getName(),
                        "decide")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).contains("pursue linear-1").endsWith("best=linear value=0.80\n");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void example_isAtMostFortyLines() throws Exception {
        List<String> lines = Files.readAllLines(EXAMPLE);

        assertThat(lines).hasSizeLessThanOrEqualTo(40);
        assertThat(lines).allMatch(line -> line.length() <= 120);
    }
}

package dev.trimtab.benchmark.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.benchmark.testing.SolutionTrial;
import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.JavaGrammar;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import dev.trimtab.runtime.model.offline.reader.DesignReader;
import dev.trimtab.runtime.model.offline.reader.PromptReader;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the bundled competitions whose answers or cells are more than a number or a class, the description tells the shape, and a small design beats the sample submission. */
final class KindsOfAnswersTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final PocketSet SET = new PocketSet(HOME.resolve("benchmark/competitions/pocket"));

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instrument-samples | SERIES | Random forest (20 trees, depth 12, share 0.3) on log numbers, parts and bands, 16 parts.",
                "debian-dependencies | RANKING | Naive Bayes (smoothing 0.1, word weight 3) on one-hot columns, list entries, shown names left out.",
                "photo-denoising | PICTURE | Extra trees (20 trees, depth 12, share 0.3) on 3x3 window, local contrast, outliers mended.",
                "word-pronunciation | SEQUENCE | Naive Bayes (smoothing 0.1, word weight 1) on 2 letters around, aligned by counts, one pass.",
                "object-cutouts | MASK | Extra trees (20 trees, depth 12, share 0.3) on 3x3 window, contrast to the border, mask smoothed."
            })
    void write_designForTheDescription_beatsTheSample(String id, Shape shape, String sentence) throws Exception {
        Competition competition = SET.find(id).orElseThrow();
        PreparedData data = SET.open(competition, dir.resolve("data"));
        TaskFacts facts = PromptReader.read("# Task description\n\n" + Files.readString(data.description()))
                .task();
        Design design = DesignReader.read(sentence).orElseThrow();
        ProgramTask task = new ProgramTask(
                facts.metric(), facts.id(), facts.target(), ProgramTask.INPUT, ProgramTask.Folder.SUBMISSION);
        Path workspace = Files.createDirectory(dir.resolve("workspace"));
        Path program = Files.writeString(dir.resolve("Solution.java"), new JavaGrammar().write(design, task, null));

        assertThat(facts.shape()).contains(shape);
        SolutionTrial.beatsTheSample(
                data, workspace, program, "-Xmx1g", "-cp", HOME.resolve("runtime/target/java-kernel") + "/*");
    }
}

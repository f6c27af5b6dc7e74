package dev.trimtab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent wrote reaches the page whole and as text, whatever it is. */
final class ReportPageTest {
    @TempDir
    private Path directory;

    @Property(tries = 100, seed = "1")
    void json_ofAnyText_isItself_andCanEndNoScript(@ForAll String text) throws IOException {
        Path root = Files.createTempDirectory("report");
        RunDirectory run = RunOnDisk.describe(root, "aide", "ledger", false);
        String json = ReportPage.json(report(run, "<!--<script>" + text));
        Files.delete(run.runJson());
        Files.delete(run.events());
        Files.delete(root);
        JsonNode read = new ObjectMapper().readTree(json);

        assertThat(json).doesNotContain("<").matches("\\p{ASCII}*");
        assertThat(read.at("/attempts/0/code/head").asText()).isEqualTo(wellFormed("<!--<script>" + text));
    }

    @Test
    void of_aRun_holdsEverythingAndNamesNoAddressToLoad() throws IOException {
        String page = ReportPage.of(report(RunOnDisk.describe(directory, "aide", "ledger", true), "plan"));

        assertThat(page)
                .contains("default-src 'none'", "Permission is hereby granted", "uPlot")
                .doesNotContain("{{")
                .doesNotContainPattern("(src|href)=\"(?!data:|#)");
    }

    private static RunReport report(RunDirectory run, String text) {
        List<Event> events = List.of(
                new Event.RunStarted(-1, "hash"),
                new Event.StepStarted(0, "native", List.of(), null),
                RunOnDisk.executed(0, text),
                RunOnDisk.attempted(0, null, text, 0.5));
        RunOnDisk.log(run, events);
        return RunReport.of(run, id -> Optional.empty(), Hindsight.tooEarly());
    }

    /** The log itself keeps no half of a surrogate pair. */
    private static String wellFormed(String text) {
        return Surrogates.wellFormed(text);
    }
}

package dev.trimtab.scaffolds.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.AttemptReader;
import dev.trimtab.runtime.model.offline.reader.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of recall per format in {@code docs/offline-model.md} is what the reader really does, and no format is favoured. Of each format the
 * first texts count that real agents and policies made until there are enough. Run with {@code
 * -Dtrimtab.write-docs=true} to write the table anew.
 */
final class RecallTableTest {
    private static final int FACTS = 500;

    /** Attempts of a run: less than its steps. */
    private static final int A_RUN = 15;

    private static final int RUNS = 100;
    private static final double LARGEST_DIFFERENCE = 2;
    private static final String START = "<!-- recall: written by RecallTableTest -->\n";
    private static final String END = "<!-- end of recall -->";

    @Test
    void recall_everyFormat_isTheSameAndAsDocumented() throws IOException {
        StringBuilder table = new StringBuilder("\n| format | read exactly (%) |\n|---|---|\n");
        List<Double> recalls = new ArrayList<>();
        for (FactFormat format : FactFormat.values()) {
            double recall = recall(format);
            recalls.add(recall);
            table.append(String.format(Locale.ROOT, "| %s | %.2f |\n", format.words(), recall));
        }

        double difference = recalls.stream().mapToDouble(r -> r).max().orElseThrow()
                - recalls.stream().mapToDouble(r -> r).min().orElseThrow();
        assertThat(difference).isLessThanOrEqualTo(LARGEST_DIFFERENCE);
        Path page = Path.of(System.getProperty("trimtab.home"), "docs", "offline-model.md");
        String text = Files.readString(page);
        int from = text.indexOf(START) + START.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("trimtab.write-docs")) {
            Files.writeString(page, text.substring(0, from) + table + "\n" + text.substring(to));
        } else {
            assertThat(text.substring(from, to).strip())
                    .isEqualTo(table.toString().strip());
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_severalFactsInOneFormat_keepsThemApart(FactFormat format) {
        SplittableRandom random = new SplittableRandom(7);
        List<Fact> facts =
                Stream.generate(() -> Fact.drawn(random)).limit(A_RUN).toList();
        Map<Integer, String> texts = format.write(facts);

        List<AttemptFact> read = AttemptReader.read(Redaction.of(String.join("\n\n", texts.values())));

        List<Fact> told = texts.keySet().stream().map(facts::get).toList();
        assertThat(read).hasSameSizeAs(told).hasSizeGreaterThan(1);
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).isAll(List.of(read.get(i))))
                    .as(told + " as " + read)
                    .isTrue();
        }
    }

    private static double recall(FactFormat format) {
        SplittableRandom random = new SplittableRandom(42);
        int told = 0;
        int read = 0;
        for (int run = 0; run < RUNS && told < FACTS; run++) {
            List<Fact> facts =
                    Stream.generate(() -> Fact.drawn(random)).limit(A_RUN).toList();
            for (Map.Entry<Integer, String> text : format.write(facts).entrySet()) {
                boolean exact = facts.get(text.getKey()).isAll(AttemptReader.read(Redaction.of(text.getValue())));
                told++;
                read += exact ? 1 : 0;
            }
        }
        assertThat(told).as(format.words()).isGreaterThanOrEqualTo(FACTS);
        return 100.0 * read / told;
    }
}

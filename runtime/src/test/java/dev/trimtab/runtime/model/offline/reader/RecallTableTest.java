package dev.trimtab.runtime.model.offline.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The table of recall per format in {@code docs/offline-model.md} is what the reader really does, and no format is favoured. Run with {@code
 * -Dtrimtab.write-docs=true} to write the table anew.
 */
final class RecallTableTest {
    private static final int FACTS = 2000;
    private static final double LARGEST_DIFFERENCE = 2;
    private static final String START = "<!-- recall: written by RecallTableTest -->\n";
    private static final String END = "<!-- end of recall -->";

    @Test
    void recall_everyFormat_isTheSameAndAsDocumented() throws IOException {
        StringBuilder table = new StringBuilder("\n| format | facts | read exactly (%) |\n|---|---|---|\n");
        List<Double> recalls = new ArrayList<>();
        for (FactFormat format : FactFormat.values()) {
            double recall = recall(format);
            recalls.add(recall);
            table.append(String.format(Locale.ROOT, "| %s | %d | %.2f |\n", format.words(), FACTS, recall));
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

    private static double recall(FactFormat format) {
        SplittableRandom random = new SplittableRandom(42);
        int read = 0;
        for (int i = 0; i < FACTS; i++) {
            Design design = Designs.of(random.nextLong());
            double score = random.nextInt(1, 1_000_000) / 1e6;
            String error = random.nextInt(4) == 0 ? "IllegalStateException" : "";
            List<AttemptFact> facts = AttemptReader.read(Redaction.of(format.write(i, design, score, error)));
            boolean exact = facts.size() == 1
                    && facts.get(0).design().equals(design)
                    && facts.get(0).error().equals(error)
                    && (error.isEmpty()
                            ? facts.get(0).score().orElse(-1) == score
                            : facts.get(0).score().isEmpty());
            read += exact ? 1 : 0;
        }
        return 100.0 * read / FACTS;
    }
}

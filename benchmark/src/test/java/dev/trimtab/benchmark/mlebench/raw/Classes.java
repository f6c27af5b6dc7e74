package dev.trimtab.benchmark.mlebench.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The classes of a competition whose submission has one column for each. */
final class Classes {
    private Classes() {}

    static List<String> of(String competition) {
        Path file = Path.of(
                System.getProperty("trimtab.home"),
                "benchmark/competitions/mle-bench",
                competition,
                "competition.yaml");
        try {
            List<String> names = new ArrayList<>();
            for (JsonNode name : new YAMLMapper().readTree(file.toFile()).get("columns")) {
                names.add(name.asText());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.trimtab.benchmark.mlebench.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The classes of a competition whose submission has one column for each. */
final class Classes {
    private Classes() {}

    /** Returns every tenth of them, so that rows do not have them all. */
    static List<String> some(String competition) {
        List<String> all = of(competition);
        return IntStream.range(0, all.size())
                .filter(at -> at % 10 == 0)
                .mapToObj(all::get)
                .toList();
    }

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

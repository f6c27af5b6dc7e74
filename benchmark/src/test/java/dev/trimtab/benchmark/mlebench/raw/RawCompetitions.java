package dev.trimtab.benchmark.mlebench.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Generators of tiny raw folders, by competition. */
public final class RawCompetitions {
    private static final Map<String, Consumer<RawFiles>> ALL = new TreeMap<>();

    static {
        ALL.putAll(TabularRaw.ALL);
        ALL.putAll(TextRaw.ALL);
        ALL.putAll(ImageRaw.ALL);
        ALL.putAll(ClipRaw.ALL);
        ALL.putAll(JsonRaw.ALL);
        ALL.putAll(BinaryRaw.ALL);
        ALL.putAll(SpecialRaw.ALL);
    }

    /** Test sizes that MLE-bench fixes by tens of thousands of files, and the tiny ones that stand in for them here. */
    public static final Map<String, List<String>> SHRUNK = Map.of(
            "AI4Code",
            List.of("test: 20000", "test: 20"),
            "alaska2-image-steganalysis",
            List.of("test: 5000", "test: 12"));

    private RawCompetitions() {}

    /** Returns the generators by the ids of their competitions. */
    public static Map<String, Consumer<RawFiles>> all() {
        return ALL;
    }

    /** Writes the raw folders of the competitions named after the target folder, or of all. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        for (Map.Entry<String, Consumer<RawFiles>> each : ALL.entrySet()) {
            if (arguments.length == 1 || each.getKey().equals(arguments[1])) {
                Path folder = Files.createDirectories(target.resolve(each.getKey()));
                each.getValue().accept(new RawFiles(folder, 1));
            }
        }
    }
}

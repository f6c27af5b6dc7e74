package dev.trimtab.benchmark.mlebench.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    }

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

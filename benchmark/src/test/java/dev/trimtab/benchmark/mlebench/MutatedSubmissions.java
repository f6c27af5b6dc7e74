package dev.trimtab.benchmark.mlebench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Submissions made from a good one by one mistake each. */
final class MutatedSubmissions {
    private MutatedSubmissions() {}

    /** Returns the mistakes by name, each written below a folder; rows are cut at line ends, so cells of several lines make worse mistakes. */
    static Map<String, Path> of(Path good, Path folder) throws IOException {
        List<String> lines = Files.readAllLines(good);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("last row missing", lines.subList(0, lines.size() - 1));
        texts.put("last row twice", with(lines, lines.get(lines.size() - 1)));
        texts.put(
                "one row more",
                with(lines, "no-such-id" + lines.get(lines.size() - 1).replaceFirst("^[^,]*", "")));
        texts.put("header only", lines.subList(0, 1));
        texts.put("last column renamed", first(lines, lines.get(0) + "x"));
        texts.put(
                "last column dropped",
                lines.stream().map(line -> line.replaceFirst(",[^,]*$", "")).toList());
        texts.put("rows turned round", turned(lines));
        Map<String, Path> files = new LinkedHashMap<>();
        Files.createDirectories(folder);
        for (Map.Entry<String, List<String>> text : texts.entrySet()) {
            files.put(text.getKey(), Files.write(folder.resolve(text.getKey() + ".csv"), text.getValue()));
        }
        return files;
    }

    private static List<String> with(List<String> lines, String line) {
        List<String> longer = new ArrayList<>(lines);
        longer.add(line);
        return longer;
    }

    private static List<String> first(List<String> lines, String header) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, header);
        return changed;
    }

    private static List<String> turned(List<String> lines) {
        List<String> changed = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.reverse(changed);
        changed.add(0, lines.get(0));
        return changed;
    }
}

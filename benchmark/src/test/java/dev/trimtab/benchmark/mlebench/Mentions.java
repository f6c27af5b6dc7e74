package dev.trimtab.benchmark.mlebench;

import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a folder names rows by their ids: in the text of files, or in the names of files. */
final class Mentions {
    private static final Pattern TEXT = Pattern.compile(".*\\.(csv|tsv|json|jsonl|txt|xyz)");
    private static final Pattern UNIQUE = Pattern.compile("(?=.*\\D)\\w{6,}|\\d{8,}");
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9_-]+");

    private Mentions() {}

    /** Returns the ids of a table of answers, those alone that can hardly be anything else. */
    static Set<String> ids(Definition definition, Path answers) throws IOException {
        if (!answers.toString().endsWith(".csv")) {
            return Set.of();
        }
        PandasTable table = PandasTable.scan(Reading.of(answers));
        return table.header().contains(definition.idColumn())
                ? table.column(definition.idColumn()).stream()
                        .map(id -> id.replaceFirst("\\.[a-z]{3,4}$", ""))
                        .filter(id -> UNIQUE.matcher(id).matches())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Returns the topmost folders in which names hold an id, and the other files whose text does. */
    static Set<String> in(Path folder, Set<String> ids) throws IOException {
        Set<String> places = new TreeSet<>();
        for (Path file : WholeFiles.filesBelow(folder)) {
            Path name = folder.relativize(file);
            if (holds(name.toString(), ids)) {
                places.add("names in " + name.getName(0));
            } else if (TEXT.matcher(name.toString()).matches()
                    && holds(Files.readString(file, StandardCharsets.UTF_8), ids)) {
                places.add("text of " + name);
            }
        }
        return places;
    }

    private static boolean holds(String text, Set<String> ids) {
        return Arrays.stream(BETWEEN.split(text)).anyMatch(ids::contains);
    }
}

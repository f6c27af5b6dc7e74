package dev.trimtab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each id of the fidelity checklist in docs/scaffolds.md begins a test's name, and no test claims an id that is not there. */
final class ChecklistTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final Pattern LISTED = Pattern.compile("`([amo]\\d\\d)`");
    private static final Pattern TESTED = Pattern.compile("\\bvoid ((?:[amo]\\d\\d_)+)\\w+\\(");

    @Test
    void everyIdOfTheChecklist_beginsTheNameOfATest() throws IOException {
        String document = Files.readString(HOME.resolve("docs/scaffolds.md"));
        String section =
                document.substring(document.indexOf("## What is held to the originals"), document.indexOf("## Adding"));
        Set<String> listed = LISTED.matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tested = new TreeSet<>();
        for (String module : List.of("runtime", "scaffolds", "benchmark")) {
            for (Path file : tests(HOME.resolve(module).resolve("src/test"))) {
                TESTED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(ids -> tested.addAll(List.of(ids.split("_"))));
            }
        }

        assertThat(listed).hasSize(22 + 22 + 24);
        assertThat(tested).isEqualTo(listed);
    }

    private static List<Path> tests(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

package dev.trimtab.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there. */
final class NamedInDocsTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))(?:\\.(\\w+))?`");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void everyTestThatADocumentNames_exists() throws IOException {
        Map<String, String> tests = sources("test");
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path document : files(HOME.resolve("docs"), ".md")) {
            Matcher matcher = TEST.matcher(Files.readString(document));
            for (; matcher.find(); named++) {
                String source = tests.get(matcher.group(1));
                String method = matcher.group(2);
                if (source == null || (method != null && !source.contains(" " + method + "("))) {
                    missing.add(document.getFileName() + ": " + matcher.group());
                }
            }
        }

        assertThat(named).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTermOfTheAbstract_hasAClassATestAndAParagraph() throws IOException {
        Map<String, String> classes = sources("main");
        String theory = Files.readString(HOME.resolve("docs/theory.md"));
        String table = theory.substring(theory.indexOf("### Where the abstract's terms are"), theory.indexOf("## 2."));
        List<String> rows =
                table.lines().filter(l -> l.startsWith("| ")).skip(1).toList();

        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            String[] cells = row.split("\\|");
            assertThat(cells).hasSize(5);
            List<String> named = CLASS.matcher(cells[2])
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(named).isNotEmpty().allMatch(classes::containsKey);
            assertThat(TEST.matcher(cells[3]).find()).isTrue();
            assertThat(cells[4]).isNotBlank();
        });
    }

    private static Map<String, String> sources(String kind) throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("controller", "runtime", "scaffolds", "benchmark")) {
            for (Path file : files(HOME.resolve(module).resolve("src").resolve(kind), ".java")) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}

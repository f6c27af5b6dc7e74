package dev.trimtab.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page {@code docs/configuration.md}, made from {@code configs/reference.yaml}: each key's comment is its meaning,
 * whose last line in brackets gives unit and allowed values, as in {@code # [tokens; >= 1024]}.
 */
public final class ReferencePage {
    private static final Pattern COMMENT = Pattern.compile("\\s*# ?(.*)");
    private static final Pattern ENTRY = Pattern.compile("( *)([a-z][a-z0-9-]*):\\s*(.*)");
    private static final Pattern FACTS = Pattern.compile("\\[([^;]*); (.*)]");

    private final Map<String, String> sections = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** One documented key. */
    record Row(String section, String key, String value, String unit, String allowed, String meaning) {
        String path() {
            return section + "." + key;
        }
    }

    private ReferencePage() {}

    /**
     * Writes the page anew.
     *
     * @param arguments the checkout's directory; the current one if absent
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments.length == 0 ? "." : arguments[0]);
        String reference = Files.readString(home.resolve("configs/reference.yaml"));
        Files.writeString(home.resolve("docs/configuration.md"), of(reference).markdown());
    }

    /** Reads the reference file's text. */
    static ReferencePage of(String reference) {
        ReferencePage page = new ReferencePage();
        List<String> comment = new ArrayList<>();
        String section = "";
        for (String line : reference.lines().toList()) {
            Matcher remark = COMMENT.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (remark.matches()) {
                comment.add(remark.group(1));
            } else if (entry.matches() && entry.group(1).isEmpty()) {
                section = entry.group(2);
                page.sections.put(section, String.join(" ", comment));
                comment.clear();
            } else if (entry.matches()) {
                page.rows.add(row(section, entry.group(2), entry.group(3), comment));
                comment.clear();
            } else {
                comment.clear();
            }
        }
        return page;
    }

    private static Row row(String section, String key, String value, List<String> comment) {
        Matcher facts = FACTS.matcher(comment.isEmpty() ? "" : comment.get(comment.size() - 1));
        if (!facts.matches() || comment.size() < 2) {
            throw new IllegalArgumentException("configs/reference.yaml: above " + section + "." + key
                    + " write its meaning, then # [unit; allowed]");
        }
        String meaning = String.join(" ", comment.subList(0, comment.size() - 1));
        return new Row(section, key, value, facts.group(1), facts.group(2), meaning);
    }

    /** Returns the documented keys in order. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Returns the page. */
    String markdown() {
        StringBuilder page = new StringBuilder("""
                # Configuration

                Made from `configs/reference.yaml` by `ReferencePage`; edit that file, then run
                `java -cp runtime/target/classes dev.trimtab.runtime.config.ReferencePage`.

                A run starts from the reference. `--scaffold NAME` lays a file of `configs/scaffolds` over it; a file of yours
                (`--config FILE`) needs to hold only what differs and wins over both; `-o section.key=value` wins over all files, and an
                option of the command (such as `--steps`) is short for its key.
                Durations are written `500ms`, `90s`, `10m`, `24h`, `1h30m`; sizes `512`, `64KiB`, `100MiB`, `2GiB`.
                `null` leaves the choice to Trimtab, as described. An unknown or ill-typed key ends the command with exit
                code 2 and names the file, the line and the nearest known key.
                """);
        sections.forEach((section, meaning) -> {
            page.append("\n## ").append(section).append("\n\n").append(meaning).append("\n\n");
            page.append("| key | default | unit | allowed | meaning |\n|---|---|---|---|---|\n");
            rows.stream().filter(row -> row.section().equals(section)).forEach(row -> page.append(line(row)));
        });
        return page.toString();
    }

    private static String line(Row row) {
        return "| `%s` | `%s` | %s | %s | %s |%n"
                .formatted(row.key(), row.value(), row.unit(), cell(row.allowed()), cell(row.meaning()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}

package dev.trimtab.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page {@code docs/configuration.md}, made from the reference files of {@code configs}: each key's comment is its meaning, whose last line
 * in brackets gives unit and allowed values, as in {@code # [tokens; >= 1024]}.
 */
public final class ReferencePage {
    private static final Pattern COMMENT = Pattern.compile("\\s*# ?(.*)");
    private static final Pattern ENTRY = Pattern.compile("( *)([a-z][a-z0-9-]*):\\s*(.*)");
    private static final Pattern FACTS = Pattern.compile("\\[([^;]*); (.*)]");
    private static final int INDENT = 2;

    private final Map<String, String> sections = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * One documented key.
     *
     * @param section dotted path of the section that holds it; empty at the top of a file
     */
    record Row(String section, String key, String value, String unit, String allowed, String meaning) {
        String path() {
            return section.isEmpty() ? key : section + "." + key;
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
        Files.writeString(home.resolve("docs/configuration.md"), markdown(home));
    }

    /** Reads a reference file's text. */
    static ReferencePage of(String reference) {
        ReferencePage page = new ReferencePage();
        List<String> comment = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        for (String line : reference.lines().toList()) {
            Matcher remark = COMMENT.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (remark.matches()) {
                comment.add(remark.group(1));
                continue;
            }
            if (entry.matches()) {
                while (path.size() > entry.group(1).length() / INDENT) {
                    path.removeLast();
                }
                if (entry.group(3).isEmpty()) {
                    path.addLast(entry.group(2));
                    page.sections.put(String.join(".", path), String.join(" ", comment));
                } else {
                    page.rows.add(row(String.join(".", path), entry.group(2), entry.group(3), comment));
                }
            }
            comment.clear();
        }
        return page;
    }

    private static Row row(String section, String key, String value, List<String> comment) {
        Matcher facts = FACTS.matcher(comment.isEmpty() ? "" : comment.get(comment.size() - 1));
        if (!facts.matches() || comment.size() < 2) {
            throw new IllegalArgumentException(
                    "above " + section + "." + key + " write its meaning, then # [unit; allowed]");
        }
        String meaning = String.join(" ", comment.subList(0, comment.size() - 1));
        return new Row(section, key, value, facts.group(1), facts.group(2), meaning);
    }

    /** Returns the documented keys in order. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    /**
     * Returns the page.
     *
     * @param home the checkout
     */
    static String markdown(Path home) throws IOException {
        Path configs = home.resolve("configs");
        StringBuilder page = new StringBuilder("""
                # Configuration

                Made from the reference files of `configs` by `ReferencePage`; edit those, then run
                `java -cp runtime/target/classes dev.trimtab.runtime.config.ReferencePage`.

                A run starts from `configs/reference.yaml`. `--scaffold NAME` lays a file of `configs/scaffolds` over it; a file of yours
                (`--config FILE`) needs to hold only what differs and wins over both; `--sandbox NAME`, `--resources NAME` and
                `--budget NAME` lay a file of `configs/sandboxes`, `configs/resources` and `configs/budgets` over that;
                `-o section.key=value` wins over all files, and an option of the command (such as `--steps`) is short for its key.
                Durations are written `500ms`, `90s`, `10m`, `24h`, `1h30m`; sizes `512`, `64KiB`, `100MiB`, `2GiB`.
                `null` leaves the choice to Trimtab, as described. An unknown or ill-typed key ends the command with exit
                code 2 and names the file, the line and the nearest known key. So does an assignment (`-o`, or the option that is short for it) that a new run
                would not read, with why and what to do: another scaffold's section, `docker` in sandbox local, `execution.python` with Java,
                `model.profile` and `model.declare-families` with a language model, `model.temperature` with one that takes none, it and `context.shrink`
                with the offline engineer, `model.feedback` with OpenHands, `environment.submission-check` where the agent has no such tool,
                `verification.folds` and `verification.candidates` with self-reported scores, `budget.max-time` beside `replay:`. Other limits and permissions may be given where they are not
                needed, `model` beside `replay:` as the recorded run had it, and files may hold more than one run reads.
                """);
        of(Files.readString(configs.resolve("reference.yaml"))).write(page, "## ");
        page.append("""

                ## A model's file

                `--model` takes the name of a file in `configs/models`, or the path of one of yours. A server of your own that speaks
                OpenAI's protocol needs no file: `--model NAME --base-url URL`, with any NAME that it knows. What is assumed of a model that
                no file is named after is in `configs/models/openai-compatible.yaml`, and a run says it; the key in `OPENAI_API_KEY` is sent
                if that is set. For other terms start from `configs/models/vllm.yaml`; or leave a preset as it is and set the environment variable
                `OPENAI_BASE_URL`, such as `OPENAI_BASE_URL=http://localhost:8000/v1`, which names the server for every file of provider
                `openai` that has no `base-url`. Before the first call a run says to which address it sends what.
                `configs/reference-model.yaml` holds these keys. One that the file's provider does not read, and that says other than its default, is
                refused: `max-output-parameter` is for openai, what belongs to a server for all but offline, `temperature` for models that take one.

                """);
        of(Files.readString(configs.resolve("reference-model.yaml"))).write(page, "### ");
        page.append("""

                ## A policy's file

                `--policy` takes the name of a file in `configs/policies`, or the path of one of yours.
                `configs/reference-policy.yaml` holds these keys. One that the file's kind does not read, and that says other than its default, is
                refused with the kinds that it is for: `keep` is for best-k, mlab-research-log and recent-k, `drop` for aide-journal, `observations` for
                mlab-research-log, `condenser` and `pipeline` for condenser, `portfolio` for portfolio, the comparators, posterior-optimal and oracle; a
                class of your own is given none of them. So is one that another key's value takes the effect from: a condenser's `attention-window` without
                selection mask, its `max-event-length` where no model is asked, its `max-size` where nothing counts events, `keep-first` with
                selection mask, what it does without triggers; `min-decisions` without resets. A run that was begun with such a key, here or in a model's
                file, can be resumed: it says so in one line and goes on.

                """);
        of(Files.readString(configs.resolve("reference-policy.yaml"))).write(page, "### ");
        return page.toString();
    }

    private void write(StringBuilder page, String heading) {
        table(page, "");
        sections.forEach((section, meaning) -> {
            page.append("\n")
                    .append(heading)
                    .append(section)
                    .append("\n\n")
                    .append(meaning)
                    .append("\n");
            if (rows.stream().anyMatch(row -> row.section().equals(section))) {
                page.append("\n");
            }
            table(page, section);
        });
    }

    private void table(StringBuilder page, String section) {
        List<Row> group =
                rows.stream().filter(row -> row.section().equals(section)).toList();
        if (!group.isEmpty()) {
            page.append("| key | default | unit | allowed | meaning |\n|---|---|---|---|---|\n");
            group.forEach(row -> page.append(line(row)));
        }
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

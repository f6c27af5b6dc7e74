package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be the same in two runs of one seed: every file of a run's directory, but for times, durations, the directory's own name, and what
 * programs leave in their workspace beside {@code working/} and {@code submission/}.
 */
public final class ComparableRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 100_000;

    private ComparableRun() {}

    /** Returns the content of each file by its path below the run, a large one's as its hash. */
    public static Map<String, String> of(Path run) {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith("lock"))
                    .filter(file -> !run.resolve("workspace").equals(file.getParent()))
                    .collect(Collectors.toMap(
                            file -> run.relativize(file).toString(),
                            file -> content(run, file),
                            (a, b) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a line for each file that two runs do not share, with the first line that differs. */
    public static List<String> differences(Map<String, String> one, Map<String, String> other) {
        TreeMap<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return all.keySet().stream()
                .filter(file -> !Objects.equals(one.get(file), other.get(file)))
                .map(file -> file + ": " + firstDifference(one.get(file), other.get(file)))
                .toList();
    }

    private static String firstDifference(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? "only in the second" : "only in the first";
        }
        List<String> lines = one.lines().toList();
        List<String> others = other.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
            if (!lines.get(i).equals(others.get(i))) {
                return "line " + (i + 1) + "\n  " + lines.get(i) + "\n  " + others.get(i);
            }
        }
        return lines.size() + " and " + others.size() + " lines";
    }

    /** Returns the events of a run's log. */
    public static List<JsonNode> events(Path run) {
        try (Stream<String> lines = Files.lines(run.resolve("events.jsonl"))) {
            return lines.map(ComparableRun::json).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the events of one type. */
    public static List<JsonNode> events(Path run, String type) {
        return events(run).stream()
                .filter(event -> event.path("type").asText().equals(type))
                .toList();
    }

    private static String content(Path run, Path file) {
        try {
            return switch (run.relativize(file).toString()) {
                case "events.jsonl" ->
                    events(run).stream()
                            .map(event -> JournalReader.comparable(event).toString())
                            .collect(Collectors.joining("\n"));
                case "journal.json", "journal.json.old" ->
                    withoutTimes(json(Files.readString(file))).toString();
                case "grading_report.json" ->
                    without(json(Files.readString(file)), "created_at", "submission_path")
                            .toString();
                case "run.json" -> {
                    JsonNode json = json(Files.readString(file));
                    without(json.at("/host/hardware"), "processors");
                    yield json.toString();
                }
                default -> Files.size(file) > SHOWN ? Sha256.of(Files.readAllBytes(file)) : Files.readString(file);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode withoutTimes(JsonNode journal) {
        journal.path("nodes").forEach(node -> without(node, "exec_time"));
        return journal;
    }

    private static JsonNode without(JsonNode json, String... fields) {
        ((ObjectNode) json).remove(List.of(fields));
        return json;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

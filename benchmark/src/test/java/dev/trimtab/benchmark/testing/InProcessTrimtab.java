package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.cli.Trimtab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trimtab's command line within the test's process, with the outcome that a user would see. */
public final class InProcessTrimtab {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InProcessTrimtab() {}

    /** Runs a command to its end. */
    public static ChildTrimtab.Outcome execute(List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] given = args.toArray(String[]::new);
        int code = Trimtab.commandLine(given)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(given);
        return new ChildTrimtab.Outcome(code, out.toString(), err.toString());
    }

    /**
     * Runs an agent in Java on a small bundled competition without strong verification.
     *
     * @param dir a folder of the test; the run goes to {@code run} in it
     * @param more options
     */
    public static ChildTrimtab.Outcome run(Path dir, String... more) {
        List<String> args = new ArrayList<>(
                List.of("run", "--competition", "us-daily-births", "--kernel", "java", "--unsafe-local"));
        args.addAll(List.of("--data-dir", dir.resolve("data").toString()));
        args.addAll(List.of("-o", "verification.kind=self-reported", "-o", "aide.num-drafts=1"));
        args.addAll(List.of(more));
        if (!args.contains("--out")) {
            args.addAll(List.of("--out", dir.resolve("run").toString()));
        }
        return execute(args);
    }

    /** Returns the events of one type in a run's log, in order. */
    public static List<JsonNode> events(Path run, String type) {
        return events(run).stream()
                .filter(event -> event.path("type").asText().equals(type))
                .toList();
    }

    /** Returns all events in a run's log, in order. */
    public static List<JsonNode> events(Path run) {
        try {
            List<JsonNode> events = new ArrayList<>();
            for (String line : Files.readAllLines(run.resolve("events.jsonl"))) {
                events.add(JSON.readTree(line));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

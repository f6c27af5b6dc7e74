package dev.trimtab.scaffolds.aide;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as AIDE's {@code journal.json} (version 2), which AIDE's own tools read, and the best program beside it.
 *
 * <p>Added to AIDE's fields of a node: {@code fault}, why it does not count as working. Left out: {@code ctime}.
 */
final class AideJournal {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String solutionFile;

    /** @param solutionFile name of the file that a solution is run as */
    AideJournal(String solutionFile) {
        this.solutionFile = solutionFile;
    }

    /** Writes {@code journal.json} and, once something works, {@code best_solution/}, each file replaced as a whole. */
    void write(SolutionTree tree, Path directory) {
        try {
            Files.createDirectories(directory);
            replace(directory.resolve("journal.json"), JSON.writeValueAsString(json(tree)));
            SolutionNode best = tree.best();
            if (best != null) {
                Path folder = Files.createDirectories(directory.resolve("best_solution"));
                replace(folder.resolve(solutionFile), best.attempt().code());
                replace(folder.resolve("node_id.txt"), best.id());
            }
        } catch (IOException e) {
            throw new InfrastructureError(
                    "AIDE's journal cannot be written to " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private ObjectNode json(SolutionTree tree) {
        ObjectNode journal = JSON.createObjectNode();
        ArrayNode nodes = journal.putArray("nodes");
        tree.nodes().forEach(node -> nodes.add(json(node)));
        ObjectNode parents = journal.putObject("node2parent");
        tree.nodes().forEach(node -> {
            String parent = node.attempt().parent();
            if (parent != null) {
                parents.put(node.id(), parent);
            }
        });
        return journal.put("__version", "2");
    }

    private ObjectNode json(SolutionNode node) {
        ObjectNode json = JSON.createObjectNode();
        json.put("code", node.attempt().code())
                .put("plan", node.attempt().plan())
                .put("step", node.attempt().step())
                .put("id", node.id())
                .putNull("parent")
                .putArray("children");
        json.putArray("_term_out").add(node.output());
        json.put("exec_time", node.wallTime().toMillis() / 1000.0);
        putError(json, node);
        json.put("analysis", node.attempt().analysis());
        ObjectNode metric = json.putObject("metric");
        if (node.buggy()) {
            metric.putNull("value").putNull("maximize");
        } else {
            metric.put("value", node.score()).put("maximize", node.higherIsBetter());
        }
        return json.put("is_buggy", node.buggy())
                .put("fault", word(node.attempt().fault()));
    }

    private void putError(ObjectNode json, SolutionNode node) {
        if (node.error() == null) {
            json.putNull("exc_type").putNull("exc_info").putNull("exc_stack");
            return;
        }
        json.put("exc_type", node.error().type());
        json.putObject("exc_info").putArray("args").add(node.error().message());
        ArrayNode stack = json.putArray("exc_stack");
        if (node.error().line() > 0) {
            stack.addArray()
                    .add(solutionFile)
                    .add(node.error().line())
                    .addNull()
                    .addNull();
        }
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

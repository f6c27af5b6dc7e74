package dev.trimtab.scaffolds.aide;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as AIDE's {@code journal.json} (version 2), which AIDE's own tools read, and the best program beside it.
 *
 * <p>Added to AIDE's fields of a node: {@code fault}, why it does not count as working. Left out: {@code ctime}. A node never
 * changes once it is in the tree, so a writing needs only what is new. Two files take turns, {@code journal.json} and the one of the step
 * before, {@code journal.json.old}: the older one is brought up to date and takes the other's place whole. A kill in the middle leaves the
 * step before, and the time of a writing does not grow with the run.
 */
final class AideJournal {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String PARTIAL = ".tmp";

    private final String solutionFile;
    /** Nodes in the file, and where they end there. */
    private int written;

    private long nodesEnd;
    /** The parent of each node that was written, as members of a JSON object. */
    private final StringBuilder parents = new StringBuilder();
    /** Nodes that {@code journal.json} holds and the older file does not. */
    private String lastNodes = "";

    private @Nullable String bestWritten;

    /** @param solutionFile name of the file that a solution is run as */
    AideJournal(String solutionFile) {
        this.solutionFile = solutionFile;
    }

    /**
     * Writes {@code journal.json} and, once something works, {@code best_solution/}, the latter where it changed.
     *
     * @param tree always the same tree, which may have grown
     * @param directory always the same directory
     */
    void write(SolutionTree tree, Path directory) {
        try {
            Files.createDirectories(directory);
            writeNodes(tree, directory.resolve("journal.json"));
            SolutionNode best = tree.best();
            if (best != null && !best.id().equals(bestWritten)) {
                Path folder = Files.createDirectories(directory.resolve("best_solution"));
                replace(folder.resolve(solutionFile), best.attempt().code());
                replace(folder.resolve("node_id.txt"), best.id());
                bestWritten = best.id();
            }
        } catch (IOException e) {
            throw new InfrastructureError(
                    "AIDE's journal cannot be written to " + directory + ": " + IoReason.of(e), e);
        }
    }

    private void writeNodes(SolutionTree tree, Path file) throws IOException {
        StringBuilder fresh = new StringBuilder(written == 0 ? "{\"nodes\":[" : "");
        int before = written;
        for (SolutionNode node : tree.nodes().stream().skip(before).toList()) {
            fresh.append(written++ == 0 ? "" : ",").append(JSON.writeValueAsString(json(node)));
            addParent(node);
        }
        String tail = "],\"node2parent\":{" + parents + "},\"__version\":\"2\"}";
        Path old = beside(file, ".old");
        Path aside = beside(file, PARTIAL);
        if (before == 0) {
            Files.deleteIfExists(old);
            Files.deleteIfExists(aside);
        } else if (!Files.exists(old)) {
            Files.copy(file, old);
            lastNodes = "";
        }
        append(old, nodesEnd - bytes(lastNodes).length, lastNodes + fresh, tail);
        lastNodes = fresh.toString();
        if (before > 0) {
            setAside(file, aside);
        }
        Files.move(old, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        if (before > 0) {
            Files.move(aside, old, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void append(Path file, long from, String nodes, String tail) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(from);
            put(channel, bytes(nodes));
            nodesEnd = channel.position();
            put(channel, bytes(tail));
            channel.truncate(channel.position());
        }
    }

    /** Gives a file a second name; where there are no links it loses the first for a moment. */
    private static void setAside(Path file, Path aside) throws IOException {
        try {
            Files.createLink(aside, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = beside(file, PARTIAL);
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void addParent(SolutionNode node) throws IOException {
        String parent = node.attempt().parent();
        if (parent != null) {
            parents.append(parents.isEmpty() ? "" : ",")
                    .append(JSON.writeValueAsString(node.id()))
                    .append(':')
                    .append(JSON.writeValueAsString(parent));
        }
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

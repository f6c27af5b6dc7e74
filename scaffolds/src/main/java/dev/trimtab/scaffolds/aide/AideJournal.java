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
 * changes once it is in the tree, so each writing copies the bytes of the old ones and makes those of the new ones only. The file is
 * replaced whole, so that a kill in the middle leaves the one before.
 */
final class AideJournal {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String PARTIAL = ".tmp";

    private final String solutionFile;
    /** Nodes in the file, and where they end there. */
    private int written;

    private long nodesEnd;
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
        }
        byte[] nodes = fresh.toString().getBytes(StandardCharsets.UTF_8);
        String tail = "],\"node2parent\":" + JSON.writeValueAsString(parents(tree)) + ",\"__version\":\"2\"}";
        Path next = file.resolveSibling(file.getFileName() + PARTIAL);
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            if (before > 0) {
                copy(file, nodesEnd, channel);
            }
            put(channel, nodes);
            nodesEnd = channel.position();
            put(channel, tail.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path file, long bytes, FileChannel to) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
            long copied = 0;
            while (copied < bytes) {
                long more = from.transferTo(copied, bytes - copied, to);
                if (more == 0) {
                    throw new IOException(file + " was cut by another program");
                }
                copied += more;
            }
        }
    }

    private static void put(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + PARTIAL);
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ObjectNode parents(SolutionTree tree) {
        ObjectNode parents = JSON.createObjectNode();
        for (SolutionNode node : tree.nodes()) {
            String parent = node.attempt().parent();
            if (parent != null) {
                parents.put(node.id(), parent);
            }
        }
        return parents;
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

package dev.trimtab.benchmark.mlebench.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that holds one array, written element by element as {@code json.dump} writes it. */
public final class JsonList implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final PythonJson style;
    private final BufferedWriter out;
    private boolean first = true;

    /** Opens the file; it appears under its name when it is closed. */
    public JsonList(Path file, PythonJson style) throws IOException {
        this.file = file;
        this.style = style;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(file.toAbsolutePath().getParent());
        out = Files.newBufferedWriter(part);
        out.write('[');
    }

    /** Writes a file of elements that fit into memory. */
    public static void write(Path file, PythonJson style, Iterable<? extends JsonNode> elements) throws IOException {
        try (JsonList list = new JsonList(file, style)) {
            for (JsonNode element : elements) {
                list.add(element);
            }
        }
    }

    /** Writes an element. */
    public void add(JsonNode element) throws IOException {
        out.write(style.separator(1, first));
        out.write(style.text(element, 1));
        first = false;
    }

    @Override
    public void close() throws IOException {
        out.write(first ? "]" : style.end(1) + "]");
        out.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

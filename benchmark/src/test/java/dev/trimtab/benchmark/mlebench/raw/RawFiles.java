package dev.trimtab.benchmark.mlebench.raw;

import dev.trimtab.benchmark.mlebench.archive.Packing;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of made-up raw files in the schema of a competition's real ones: same names and columns, tiny and random. */
public final class RawFiles {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\[]+)(?:\\[(\\d+)])?}");

    private final Path folder;
    private final Random random;

    public RawFiles(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Rows under column names. */
    public record Rows(List<String> header, List<String[]> cells) {
        public List<String> column(String name) {
            int at = header.indexOf(name);
            return cells.stream().map(row -> row[at]).toList();
        }
    }

    public Random random() {
        return random;
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Makes rows; a column is {@code name: kind arguments}, see {@link RawColumns}. */
    public Rows rows(int count, String... columns) {
        List<String> header =
                Arrays.stream(columns).map(each -> each.split(": ", 2)[0]).toList();
        List<List<String>> cells = Arrays.stream(columns)
                .map(each -> new RawColumns(random).cells(each.split(": ", 2)[1], count))
                .toList();
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i;
            rows.add(cells.stream().map(column -> column.get(row)).toArray(String[]::new));
        }
        return new Rows(header, rows);
    }

    /** Makes and writes a table. */
    public Rows csv(String file, int count, String... columns) {
        return csv(file, rows(count, columns));
    }

    public Rows csv(String file, Rows rows) {
        try {
            PandasWriter.write(folder.resolve(file), rows.header(), rows.cells());
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one small file for each row; braces stand for cells. */
    public void files(String pattern, Rows rows) {
        for (String[] row : rows.cells()) {
            file(filled(pattern, rows.header(), row));
        }
    }

    /** Writes a small file that differs from all others. */
    public void file(String name) {
        file(name, (name + " " + random.nextLong()).getBytes(StandardCharsets.UTF_8));
    }

    public void file(String name, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void text(String name, String content) {
        file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Moves a file or folder into an archive, under its name. */
    public void packed(String archive, String name) {
        pack(archive, name, folder.resolve(name).resolveSibling(""));
    }

    /** Moves what a folder holds into an archive, under the names inside the folder. */
    public void packedInside(String archive, String name) {
        pack(archive, name, folder.resolve(name));
    }

    private void pack(String archive, String name, Path base) {
        try {
            Packing.pack(folder.resolve(name), base, folder.resolve(archive));
            WholeFiles.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String pattern, List<String> header, String[] row) {
        Matcher braces = BRACES.matcher(pattern);
        List<String> pieces = new ArrayList<>();
        int done = 0;
        while (braces.find()) {
            String cell = row[header.indexOf(braces.group(1))];
            pieces.add(pattern.substring(done, braces.start()));
            pieces.add(
                    braces.group(2) == null
                            ? cell
                            : cell.substring(Integer.parseInt(braces.group(2))).substring(0, 1));
            done = braces.end();
        }
        pieces.add(pattern.substring(done));
        return String.join("", pieces);
    }
}

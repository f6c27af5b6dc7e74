package dev.trimtab.benchmark.mlebench;

import dev.trimtab.benchmark.mlebench.archive.Unpacking;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.table.ParquetTables;
import dev.trimtab.runtime.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One hash of all files of a prepared folder: names and bytes, of archives and tables what they hold, and of empty folders. */
final class PreparedTree {
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|tar\\.gz)");

    /** Parquet that was written; what is only copied has other names. */
    private static final Pattern TABLE = Pattern.compile(".*_meta\\.parquet");

    private PreparedTree() {}

    static String hash(Path root, Path scratch) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (String part : new String[] {"public", "private"}) {
            add(root, root.resolve(part), digest, scratch, /* open= */ true);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static void add(Path root, Path folder, MessageDigest digest, Path scratch, boolean open)
            throws IOException {
        for (Path empty : emptyFolders(folder)) {
            digest.update(
                    (root.relativize(empty).toString().replace('\\', '/') + "/\n").getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : WholeFiles.filesBelow(folder)) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (name.equals("public/description.md")) {
                continue;
            }
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            if (open && ARCHIVE.matcher(name).matches()) {
                Path unpacked = Files.createTempDirectory(scratch, "tree");
                Unpacking.unpack(file, unpacked);
                add(unpacked, unpacked, digest, scratch, /* open= */ false);
            } else if (TABLE.matcher(name).matches()) {
                addTable(file, digest);
            } else if (!name.endsWith(".7z")) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static void addTable(Path file, MessageDigest digest) throws IOException {
        try (ParquetTables tables = new ParquetTables()) {
            tables.name("written", file);
            tables.forEach("SELECT * EXCLUDE file_row_number FROM written", row -> {
                ResultSetMetaData columns = row.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String cell =
                            columns.getColumnName(i) + " " + columns.getColumnTypeName(i) + " " + row.getString(i);
                    digest.update((cell + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }

    private static List<Path> emptyFolders(Path folder) throws IOException {
        List<Path> empty = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isDirectory).sorted().toList()) {
                if (WholeFiles.entries(each).isEmpty()) {
                    empty.add(each);
                }
            }
        }
        return empty;
    }
}

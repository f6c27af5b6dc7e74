package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;

/**
 * Parquet files as tables of a query, by DuckDB's JDBC driver. The driver is 80 MB that one competition needs, so it is not built in: it is used where it
 * is on the class path.
 */
public final class ParquetTables implements AutoCloseable {
    private static final String PART = ".part";
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private final Connection connection;

    /** Receives the row of a result at which it stands. */
    @FunctionalInterface
    public interface Row {
        /** Takes the row. */
        void accept(ResultSet row) throws SQLException, IOException;
    }

    /**
     * Opens DuckDB in memory; rows are streamed.
     *
     * @throws UserError if its driver is not there
     */
    public ParquetTables() throws IOException {
        if (DriverManager.drivers()
                .noneMatch(driver -> driver.getClass().getName().startsWith("org.duckdb."))) {
            throw new UserError(
                    "the tables are Parquet files, which DuckDB reads, and its driver (80 MB) is not built in; build it in, in Trimtab's folder, by "
                            + "mvn -B -DskipTests -Dduckdb.scope=runtime -pl benchmark -am package; then do this again");
        }
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("temp_directory", "");
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        } catch (SQLException e) {
            throw new IOException("DuckDB does not start: " + e.getMessage(), e);
        }
        // this one makes a join of a list (x IN (1, 2, ...)), and what a join picks comes in no order
        run("SET disabled_optimizers = 'in_clause'");
    }

    /**
     * Gives a file a name in queries; {@code file_row_number} is the number of a row, from 0.
     *
     * @throws UserError if the file is no such table
     */
    public void name(String name, Path file) throws IOException {
        if (!isWhole(file)) {
            throw new UserError("no whole Parquet file " + file + " in the raw data; download it again");
        }
        run("CREATE VIEW " + name + " AS SELECT * FROM read_parquet(" + text(file) + ", file_row_number = true)");
    }

    /** Whether a file ends as Parquet does; DuckDB itself says nothing of a damaged one while it streams. */
    private static boolean isWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) < 2L * MAGIC.length) {
            return false;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[MAGIC.length];
            bytes.seek(bytes.length() - MAGIC.length);
            bytes.readFully(end);
            return Arrays.equals(end, MAGIC);
        }
    }

    /**
     * Hands over every row of a query, in order.
     *
     * @throws UserError if a file in it is no such table
     */
    public void forEach(String query, Row sink) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                sink.accept(row);
            }
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    /**
     * Writes the rows of a query to a Parquet file, unless it is there.
     *
     * @throws UserError if a file in the query is no such table
     */
    public void write(String query, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + PART);
        run("COPY (" + query + ") TO " + text(part) + " (FORMAT parquet)");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void run(String statement) {
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    private static UserError unread(SQLException e) {
        String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new UserError("DuckDB cannot read the raw data: " + what + "; download it again, whole", e);
    }

    private static String text(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("DuckDB does not end: " + e.getMessage(), e);
        }
    }
}

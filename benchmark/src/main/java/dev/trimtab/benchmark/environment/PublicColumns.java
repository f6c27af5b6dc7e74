package dev.trimtab.benchmark.environment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names of the columns in a competition's public tables. */
final class PublicColumns {
    private PublicColumns() {}

    /** Returns the columns of the CSV files that lie openly in the public data, and those that a submission has. */
    static Set<String> of(PreparedData data) {
        Definition definition = data.competition().definition();
        Set<String> columns = new TreeSet<>(definition.scored());
        columns.add(definition.idColumn());
        columns.add(definition.target());
        if (Files.isDirectory(data.publicDir())) {
            try (Stream<Path> files = Files.list(data.publicDir())) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                    columns.addAll(header(file));
                }
            } catch (IOException e) {
                throw new InfrastructureError("cannot read " + data.publicDir() + ": " + IoReason.of(e), e);
            }
        }
        return columns;
    }

    private static List<String> header(Path file) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            return rows.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        }
    }
}

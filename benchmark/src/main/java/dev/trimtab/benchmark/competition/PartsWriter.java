package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.competition.Splitter.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the public files and the answers of one split; a refold is written exactly as the competition itself. */
final class PartsWriter {
    private final Definition definition;
    private final Recipe.Output output;

    PartsWriter(Definition definition) {
        this.definition = definition;
        this.output = definition.recipe().write();
    }

    /**
     * Writes {@code public/} and {@code private/} below a folder.
     *
     * @param parts rows under their final names, without the id column where ids are numbered
     * @param description copied into the public folder
     */
    void write(Parts parts, Path folder, Path description) throws IOException {
        Parts identified = output.style() == Recipe.Style.NUMBERED ? numbered(parts) : parts;
        Rows train = identified.train();
        Rows test = identified.test();
        String target = definition.target();
        Path visible = folder.resolve("public");
        write(visible.resolve("train.csv"), train);
        write(visible.resolve("test.csv"), test.columns(without(test.header(), target)));
        writeSample(folder.resolve(definition.files().sample()), train, test);
        Files.copy(description, visible.resolve("description.md"));
        boolean whole = output.style() == Recipe.Style.PANDAS;
        write(
                folder.resolve(definition.files().answers()),
                whole ? test : test.columns(List.of(definition.idColumn(), target)));
    }

    private Parts numbered(Parts parts) {
        int trainRows = parts.train().cells().size();
        return new Parts(numbered(parts.train(), 0), numbered(parts.test(), trainRows));
    }

    private Rows numbered(Rows rows, int first) {
        List<String> header = Stream.concat(Stream.of(definition.idColumn()), rows.header().stream())
                .toList();
        List<String[]> cells = IntStream.range(0, rows.cells().size())
                .mapToObj(i -> Stream.concat(
                                Stream.of(Integer.toString(first + i)),
                                Stream.of(rows.cells().get(i)))
                        .toArray(String[]::new))
                .toList();
        return new Rows(header, cells);
    }

    private void writeSample(Path file, Rows train, Rows test) throws IOException {
        List<String> constant = output.sample()
                .map(List::of)
                .orElseGet(() -> SampleCells.of(definition, train.column(definition.target())));
        List<String> header = new ArrayList<>(List.of(definition.idColumn()));
        header.addAll(definition.scored());
        CsvFiles.write(
                file,
                header,
                test.column(definition.idColumn()).stream()
                        .map(id ->
                                Stream.concat(Stream.of(id), constant.stream()).toArray(String[]::new)));
    }

    private static List<String> without(List<String> header, String column) {
        return header.stream().filter(name -> !name.equals(column)).toList();
    }

    private static void write(Path file, Rows rows) throws IOException {
        CsvFiles.write(file, rows.header(), rows.cells().stream());
    }
}

package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.mlebench.archive.Packing;
import dev.trimtab.benchmark.mlebench.archive.Unpacking;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Copy;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Follow;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Pack;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Table;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Write;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep.Work;
import dev.trimtab.benchmark.mlebench.table.OrderedRows;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Carries out a recipe. What an earlier, interrupted run has finished is not done again. */
public final class RecipeRun {
    private final Preparation recipe;
    private final List<String> columns;
    private final Optional<SpecialStep> special;
    private final Optional<SplitRule> rule;

    /**
     * @param recipe what to do
     * @param columns those of the competition's submissions, besides the id
     * @param specials what recipes may name
     */
    public RecipeRun(Preparation recipe, List<String> columns, Specials specials) {
        this.recipe = recipe;
        this.columns = List.copyOf(columns);
        this.special = recipe.special().map(specials::step);
        this.rule = recipe.split().flatMap(Split::rule).map(specials::rule);
    }

    /**
     * Writes the prepared data.
     *
     * @param downloaded folder of the raw files, which stays as it is
     * @param folder where {@code public} and {@code private} are made
     * @param scratch folder for what is unpacked and sorted on the way; the caller deletes it
     * @throws dev.trimtab.runtime.UserError if the raw files do not fit the recipe
     */
    public void run(Path downloaded, Path folder, Path scratch) throws IOException {
        run(new RawData(downloaded, scratch.resolve("unpacked"), /* linked= */ false), folder, scratch);
    }

    /**
     * Writes prepared data whose files are links to the raw ones where they can be: quick and small, but only for data
     * that nobody writes to.
     *
     * @param downloaded as for {@link #run}
     * @param folder as for {@link #run}
     * @param scratch as for {@link #run}
     */
    public void runLinked(Path downloaded, Path folder, Path scratch) throws IOException {
        run(new RawData(downloaded, scratch.resolve("unpacked"), /* linked= */ true), folder, scratch);
    }

    private void run(RawData raw, Path folder, Path scratch) throws IOException {
        for (Map.Entry<String, String> archive : recipe.unpack().entrySet()) {
            Unpacking.unpack(
                    raw.file(archive.getKey()),
                    raw.unpacked().resolve(archive.getValue()).normalize());
        }
        Files.createDirectories(folder.resolve("public"));
        Files.createDirectories(folder.resolve("private"));
        for (String empty : recipe.folders()) {
            Files.createDirectories(folder.resolve(empty));
        }
        Optional<SplitTable> rows = Optional.empty();
        if (recipe.table().isPresent()) {
            rows = Optional.of(split(recipe.table().get(), raw, scratch));
            writeRows(rows.get(), raw, folder);
            for (Follow follow : recipe.follow()) {
                follow(follow, rows.get(), raw, folder, scratch);
            }
        }
        for (Copy copy : recipe.copy()) {
            if (copy.rows() == Part.NONE) {
                raw.put(raw.file(copy.from()), folder.resolve(copy.to()));
            }
        }
        if (special.isPresent()) {
            special.get().run(new Work(raw, folder, rows, recipe.split()));
        }
        for (Pack pack : recipe.pack()) {
            pack(pack, folder);
        }
    }

    private SplitTable split(Table source, RawData raw, Path scratch) throws IOException {
        PandasTable table = PandasTable.scan(
                new Reading(raw.file(source.file()), Set.copyOf(source.text()), source.precision(), source.exclude()));
        recipe.write().forEach(write -> requireColumns(write, table));
        RowSplit split = new RowSplit(new int[0], new int[0]);
        if (recipe.split().isPresent()) {
            split = rule.isPresent()
                    ? rule.get().split(recipe.split().get(), table, raw)
                    : RowSplit.of(recipe.split().get(), table, raw);
        }
        return new SplitTable(table, split, scratch);
    }

    /** Finds a table of other columns before hours of copying, not after. */
    private static void requireColumns(Write write, PandasTable table) {
        write.drop().forEach(table::at);
        write.columns().stream()
                .filter(column -> !write.set().containsKey(column))
                .forEach(table::at);
    }

    private void writeRows(SplitTable rows, RawData raw, Path folder) throws IOException {
        for (Part part : List.of(Part.TRAIN, Part.TEST, Part.ALL)) {
            List<RowSink> sinks = new ArrayList<>();
            try {
                for (Write write : recipe.write()) {
                    Path file = folder.resolve(write.file());
                    if (write.rows() == part && !Files.exists(file)) {
                        sinks.add(new TableSink(write, rows.table(), file, columns));
                    }
                }
                for (Copy copy : recipe.copy()) {
                    if (covers(copy.rows(), part)) {
                        sinks.add(new CopySink(copy, rows.table(), raw, folder));
                    }
                }
                if (!sinks.isEmpty()) {
                    rows.forEach(part, sinks);
                }
            } finally {
                for (RowSink sink : sinks) {
                    sink.close();
                }
            }
        }
    }

    private static boolean covers(Part asked, Part part) {
        return asked == part || (asked == Part.BOTH && part != Part.ALL);
    }

    private static void follow(Follow follow, SplitTable rows, RawData raw, Path folder, Path scratch)
            throws IOException {
        for (Part part : List.of(Part.TRAIN, Part.TEST, Part.ALL)) {
            Path file = folder.resolve(follow.to().replace("{part}", part.name().toLowerCase(Locale.ROOT)));
            if (covers(follow.rows(), part) && !Files.exists(file)) {
                PandasTable table =
                        PandasTable.scan(new Reading(raw.file(follow.from()), Set.of(), follow.precision(), Map.of()));
                int[] order = part == Part.ALL
                        ? IntStream.range(0, table.rows()).toArray()
                        : followers(follow, part, rows, table);
                try (PandasWriter writer = new PandasWriter(file, table.header())) {
                    new OrderedRows(table, scratch).forEach(order, (number, cells) -> writer.row(List.of(cells)));
                    writer.complete();
                }
            }
        }
    }

    private static int[] followers(Follow follow, Part part, SplitTable rows, PandasTable table) throws IOException {
        String column = follow.column().orElseThrow();
        Set<String> wanted = rows.distinct(part, follow.of().orElse(column));
        int at = table.at(column);
        List<Integer> numbers = new ArrayList<>();
        table.forEach((number, cells) -> {
            if (wanted.contains(cells[at])) {
                numbers.add(number);
            }
        });
        if (follow.sort().isPresent()) {
            List<String> keys = table.column(follow.sort().get());
            numbers.sort(Comparator.comparing(keys::get));
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void pack(Pack pack, Path folder) throws IOException {
        Path source = folder.resolve(pack.source());
        if (!Files.exists(source)) {
            return; // packed and deleted before an interruption
        }
        Path base = pack.inside() ? source : source.resolveSibling("");
        if (pack.folders()) {
            Packing.packWithFolders(source, base, folder.resolve(pack.to()));
        } else {
            Packing.pack(source, base, folder.resolve(pack.to()));
        }
        if (!pack.keep()) {
            WholeFiles.delete(source);
        }
    }
}

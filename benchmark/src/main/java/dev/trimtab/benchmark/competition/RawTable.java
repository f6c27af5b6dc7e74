package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.competition.Recipe.Label;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The first half of a recipe: raw files to one table, by reading, keep-top, label and drop. Only kept cells stay in memory. */
final class RawTable {
    private final Path folder;
    private final Recipe recipe;
    private final String target;

    RawTable(Path folder, Recipe recipe, String target) {
        this.folder = folder;
        this.recipe = recipe;
        this.target = target;
    }

    /** Returns the kept rows and columns under their raw names; with style numbered the target is the last column. */
    Rows read() throws IOException {
        List<String[]> kept = new ArrayList<>();
        Set<String> values =
                recipe.keepTop().isPresent() ? topValues(recipe.keepTop().get()) : Set.of();
        Projection projection = new Projection(values, kept);
        stream(projection);
        return new Rows(projection.names, kept);
    }

    private Set<String> topValues(Recipe.KeepTop rule) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        stream(new RowSink() {
            private int at;

            @Override
            public void header(List<String> header) {
                at = Rows.at(header, rule.column());
            }

            @Override
            public void accept(String[] row) {
                counts.merge(row[at], 1, Integer::sum);
            }
        });
        return counts.keySet().stream()
                .sorted(Comparator.<String>comparingInt(counts::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(rule.count())
                .collect(Collectors.toSet());
    }

    private void stream(RowSink sink) throws IOException {
        if (recipe.sheet().isPresent()) {
            new SheetReader(folder, recipe.sheet().get()).stream(sink);
            return;
        }
        List<String> first = List.of();
        for (String name : recipe.source()) {
            Path file = folder.resolve(name);
            HeaderFirst rows = new HeaderFirst(file, first, sink);
            CsvFiles.read(file, rows::header, sink::accept);
            first = rows.seen;
        }
    }

    /** Takes a table: first its header, then each row. */
    interface RowSink extends Consumer<String[]> {
        /** Is called once, before the first row. */
        void header(List<String> header);
    }

    /** Passes on the first file's header and demands the same of the others. */
    private static final class HeaderFirst {
        private final Path file;
        private final RowSink sink;
        private List<String> seen;

        HeaderFirst(Path file, List<String> seen, RowSink sink) {
            this.file = file;
            this.seen = seen;
            this.sink = sink;
        }

        void header(List<String> header) {
            if (seen.isEmpty()) {
                seen = header;
                sink.header(header);
            } else if (!seen.equals(header)) {
                throw new UserError(file + " has other columns than the source file before it");
            }
        }
    }

    /** Keeps what the recipe keeps of each row. */
    private final class Projection implements RowSink {
        private final Set<String> values;
        private final List<String[]> kept;
        private List<String> names = List.of();
        private int[] from = {};
        private int keyAt = -1;
        private int labelAt = -1;

        Projection(Set<String> values, List<String[]> kept) {
            this.values = values;
            this.kept = kept;
        }

        @Override
        public void header(List<String> header) {
            Set<String> dropped = new HashSet<>(recipe.drop());
            recipe.drop().forEach(name -> Rows.at(header, name));
            recipe.rename().keySet().forEach(name -> Rows.at(header, name));
            recipe.keepTop().ifPresent(rule -> keyAt = Rows.at(header, rule.column()));
            recipe.label()
                    .ifPresentOrElse(
                            rule -> {
                                labelAt = Rows.at(header, rule.from());
                                dropped.add(rule.from());
                                dropped.add(target);
                            },
                            () -> Rows.at(header, target));
            boolean last = labelAt >= 0 || recipe.write().style() == Recipe.Style.NUMBERED;
            List<String> features = header.stream()
                    .filter(name -> !dropped.contains(name) && !(last && name.equals(target)))
                    .toList();
            names = new ArrayList<>(features);
            if (last) {
                names.add(target);
            }
            from = names.stream()
                    .mapToInt(name -> labelAt >= 0 && name.equals(target) ? labelAt : Rows.at(header, name))
                    .toArray();
        }

        @Override
        public void accept(String[] row) {
            if (keyAt >= 0 && !values.contains(row[keyAt])) {
                return;
            }
            String[] cells = Rows.pick(row, from);
            recipe.label().ifPresent(rule -> cells[cells.length - 1] = label(rule, row[labelAt]));
            kept.add(cells);
        }

        private static String label(Label rule, String value) {
            return rule.map().getOrDefault(value, rule.otherwise());
        }
    }
}

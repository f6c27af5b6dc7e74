package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.competition.split.Permutation;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.recipe.Part;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** AI4Code: notebooks of one ancestor stay together; a group goes to the test set as long as it still fits in. */
final class NotebookAncestors implements SpecialStep, SplitRule {
    private static final String ANCESTORS = "train_ancestors.csv";

    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        PandasTable ancestors = PandasTable.scan(Reading.of(raw.file(ANCESTORS)));
        int id = ancestors.at("id");
        int ancestor = ancestors.at("ancestor_id");
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String[] row : shuffled(ancestors)) {
            groups.computeIfAbsent(row[ancestor], key -> new ArrayList<>()).add(row[id]);
        }
        return RowSplit.byMembers(table, "id", held(rule, List.copyOf(groups.values())));
    }

    private static Set<String> held(Split rule, List<List<String>> groups) {
        Set<String> test = new HashSet<>();
        if (rule.fold().isPresent()) {
            Arrays.stream(rule.of(groups.size()).test()).mapToObj(groups::get).forEach(test::addAll);
            return test;
        }
        int room = (int) Math.round(Objects.requireNonNull(rule.test()));
        for (List<String> group : groups) {
            if (test.size() + group.size() <= room) {
                test.addAll(group);
            }
        }
        return test;
    }

    @Override
    public void run(Work work) throws IOException {
        Set<String> test = work.rows().distinct(Part.TEST, "id");
        PandasTable ancestors = PandasTable.scan(Reading.of(work.raw(ANCESTORS)));
        int id = ancestors.at("id");
        PandasWriter.write(
                work.out("public/train_ancestors.csv"),
                ancestors.header(),
                shuffled(ancestors).stream()
                        .filter(row -> !test.contains(row[id]))
                        .toList());
        List<String[]> sample = new ArrayList<>();
        for (String notebook : test) {
            JsonNode cells = JsonFiles.MAPPER
                    .readTree(work.raw("train/" + notebook + ".json").toFile())
                    .path("cell_type");
            List<String> names = new ArrayList<>();
            cells.fieldNames().forEachRemaining(names::add);
            sample.add(new String[] {notebook, String.join(" ", names)});
        }
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("id", "cell_order"), sample);
    }

    private static List<String[]> shuffled(PandasTable table) throws IOException {
        List<String[]> rows = table.all();
        List<String[]> shuffled = new ArrayList<>();
        for (int row : Permutation.of(rows.size(), 0)) {
            shuffled.add(rows.get(row));
        }
        return shuffled;
    }
}

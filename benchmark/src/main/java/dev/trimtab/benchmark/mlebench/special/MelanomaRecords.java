package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** siim-isic-melanoma-classification: the pictures of two record files are the test set. */
final class MelanomaRecords implements SpecialStep, SplitRule {
    private static final String RECORDS = "tfrecords/train*.tfrec";
    private static final List<String> HELD = List.of("train00-2071.tfrec", "train06-2071.tfrec");

    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        Set<String> test = new HashSet<>();
        for (Path file : held(rule, raw)) {
            test.addAll(TfRecords.texts(file, "image_name"));
        }
        return RowSplit.byMembers(table, "image_name", test);
    }

    private static Set<Path> held(Split rule, RawData raw) throws IOException {
        if (rule.fold().isEmpty()) {
            return HELD.stream().map(name -> raw.file("tfrecords/" + name)).collect(Collectors.toSet());
        }
        List<Path> files = raw.matching(RECORDS);
        return Arrays.stream(rule.of(files.size()).test()).mapToObj(files::get).collect(Collectors.toSet());
    }

    @Override
    public void run(Work work) throws IOException {
        int trains = 0;
        int tests = 0;
        Set<Path> held = held(work.rule(), work.raw());
        for (Path file : work.raw().matching(RECORDS)) {
            String name = file.getFileName().toString();
            String count = name.substring(name.indexOf('-') + 1);
            String target = held.contains(file)
                    ? String.format("test%02d-%s", tests++, count)
                    : String.format("train%02d-%s", trains++, count);
            work.put(file, work.out("public/tfrecords/" + target));
        }
    }
}

package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** siim-isic-melanoma-classification: the pictures of two record files are the test set. */
final class MelanomaRecords implements SpecialStep, SplitRule {
    private static final List<String> HELD = List.of("train00-2071.tfrec", "train06-2071.tfrec");

    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        Set<String> test = new HashSet<>();
        for (String name : HELD) {
            test.addAll(TfRecords.texts(raw.file("tfrecords/" + name), "image_name"));
        }
        return RowSplit.byMembers(table, "image_name", test);
    }

    @Override
    public void run(Work work) throws IOException {
        int trains = 0;
        int tests = 0;
        for (Path file : work.raw().matching("tfrecords/train*.tfrec")) {
            String name = file.getFileName().toString();
            String count = name.substring(name.indexOf('-') + 1);
            String target = HELD.contains(name)
                    ? String.format("test%02d-%s", tests++, count)
                    : String.format("train%02d-%s", trains++, count);
            WholeFiles.copy(file, work.out("public/tfrecords/" + target));
        }
    }
}

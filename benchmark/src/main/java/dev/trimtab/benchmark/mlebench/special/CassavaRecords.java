package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
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

/** cassava-leaf-disease-classification: record files are split, and pictures follow theirs. */
final class CassavaRecords implements SpecialStep, SplitRule {
    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        List<Path> files = files(raw);
        Set<String> test = new HashSet<>();
        for (int i : rule.of(files.size()).test()) {
            test.addAll(TfRecords.texts(files.get(i), "image_name"));
        }
        return RowSplit.byMembers(table, "image_id", test);
    }

    @Override
    public void run(Work work) throws IOException {
        List<Path> files = files(work.raw());
        TrainTestSplit split = work.split(files.size());
        copy(work, files, split.train(), "train");
        copy(work, files, split.test(), "test");
    }

    private static void copy(Work work, List<Path> files, int[] chosen, String part) throws IOException {
        for (int i = 0; i < chosen.length; i++) {
            Path file = files.get(chosen[i]);
            String stem = file.getFileName().toString().replaceFirst("\\.tfrec$", "");
            String name = String.format("ld_%s%02d-%s.tfrec", part, i, stem.split("-", -1)[1]);
            work.put(file, work.out("public/" + part + "_tfrecords/" + name));
        }
    }

    private static List<Path> files(RawData raw) throws IOException {
        return raw.matching("train_tfrecords/*.tfrec");
    }
}

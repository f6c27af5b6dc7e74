package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** ml2021spring-hw2: rows of NumPy arrays, as many held out as Kaggle's test file has of all. */
final class PhonemeFrames implements SpecialStep {
    private static final String FOLDER = "timit_11/timit_11/";

    @Override
    public void run(Work work) throws IOException {
        try (NpyFile frames = NpyFile.open(work.raw(FOLDER + "train_11.npy"));
                NpyFile labels = NpyFile.open(work.raw(FOLDER + "train_label_11.npy"));
                NpyFile others = NpyFile.open(work.raw(FOLDER + "test_11.npy"))) {
            double share = (double) others.length(0) / (frames.length(0) + others.length(0));
            TrainTestSplit split = work.split(frames.length(0), share);
            WholeFiles.write(
                    work.out("public/" + FOLDER + "train_11.npy"), out -> frames.writeRows(split.train(), out));
            WholeFiles.write(
                    work.out("public/" + FOLDER + "train_label_11.npy"), out -> labels.writeRows(split.train(), out));
            WholeFiles.write(work.out("public/" + FOLDER + "test_11.npy"), out -> frames.writeRows(split.test(), out));
            List<String[]> answers = new ArrayList<>();
            List<String[]> sample = new ArrayList<>();
            for (int row : split.test()) {
                String id = Integer.toString(answers.size());
                answers.add(new String[] {id, labels.element(row)});
                sample.add(new String[] {id, "0"});
            }
            PandasWriter.write(work.out("private/answers.csv"), List.of("Id", "ClassId"), answers);
            PandasWriter.write(work.out("public/sampleSubmission.csv"), List.of("Id", "ClassId"), sample);
        }
    }
}

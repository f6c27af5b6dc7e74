package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** dogs-vs-cats-redux-kernels-edition: pictures are numbered anew, training ones by animal. */
final class CatsAndDogs implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        List<Path> pictures = work.raw().matching("train/*.jpg");
        TrainTestSplit split = work.split(pictures.size());
        int cats = 0;
        int dogs = 0;
        for (int i : split.train()) {
            boolean cat = name(pictures.get(i)).contains("cat");
            String name = cat ? "cat." + cats++ : "dog." + dogs++;
            work.put(pictures.get(i), work.out("public/train/" + name + ".jpg"));
        }
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (int i : split.test()) {
            String id = Integer.toString(answers.size() + 1);
            work.put(pictures.get(i), work.out("public/test/" + id + ".jpg"));
            answers.add(new String[] {id, name(pictures.get(i)).contains("dog") ? "1" : "0"});
            sample.add(new String[] {id, "0.5"});
        }
        PandasWriter.write(work.out("private/answers.csv"), List.of("id", "label"), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("id", "label"), sample);
    }

    private static String name(Path picture) {
        return picture.getFileName().toString();
    }
}

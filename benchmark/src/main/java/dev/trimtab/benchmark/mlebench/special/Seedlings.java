package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** plant-seedlings-classification: pictures in one folder a species. */
final class Seedlings implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (Path species : WholeFiles.entries(work.raw("train"))) {
            if (Files.isDirectory(species)) {
                WholeFiles.entries(species).stream()
                        .filter(each -> each.toString().endsWith(".png"))
                        .forEach(pictures::add);
            }
        }
        TrainTestSplit split = work.split(pictures.size());
        for (int i : split.train()) {
            String species = species(pictures.get(i));
            work.put(pictures.get(i), work.out("public/train/" + species + "/" + name(pictures.get(i))));
        }
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (int i : split.test()) {
            String name = name(pictures.get(i));
            work.put(pictures.get(i), work.out("public/test/" + name));
            answers.add(new String[] {name, species(pictures.get(i))});
            sample.add(new String[] {name, "Sugar beet"});
        }
        PandasWriter.write(work.out("private/answers.csv"), List.of("file", "species"), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("file", "species"), sample);
    }

    private static String species(Path picture) {
        return name(picture.resolveSibling(""));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}

package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.PythonRandom;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** alaska2-image-steganalysis: each test picture is the cover or, by a coin, one of three that hide a message. */
final class Steganography implements SpecialStep {
    private static final List<String> METHODS = List.of("JMiPOD", "JUNIWARD", "UERD");

    @Override
    public void run(Work work) throws IOException {
        List<Path> covers = work.raw().matching("Cover/*.jpg");
        TrainTestSplit split = work.split(covers.size());
        for (int i = 0; i < split.train().length; i++) {
            Path cover = covers.get(split.train()[i]);
            String target = String.format("/%05d.jpg", i + 1);
            work.put(cover, work.out("public/Cover" + target));
            for (String method : METHODS) {
                work.put(hiding(work, method, cover), work.out("public/" + method + target));
            }
        }
        PythonRandom random = new PythonRandom(0);
        List<Path> test =
                Arrays.stream(split.test()).mapToObj(covers::get).collect(Collectors.toCollection(ArrayList::new));
        random.shuffle(test);
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (Path cover : test) {
            String id = String.format("%04d.jpg", answers.size() + 1);
            boolean plain = random.choice(List.of(true, false));
            Path shown = plain ? cover : hiding(work, random.choice(METHODS), cover);
            work.put(shown, work.out("public/Test/" + id));
            answers.add(new String[] {id, plain ? "0" : "1"});
            sample.add(new String[] {id, "0"});
        }
        PandasWriter.write(work.out("private/test.csv"), List.of("Id", "Label"), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("Id", "Label"), sample);
    }

    private static Path hiding(Work work, String method, Path cover) {
        return work.raw(method + "/" + cover.getFileName());
    }
}

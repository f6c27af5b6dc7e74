package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** the-icml-2013-whale-challenge-right-whale-redux: the first two days of recording train, the next two test. */
final class RightWhales implements SpecialStep {
    private static final int DAYS = 4;

    @Override
    public void run(Work work) throws IOException {
        TreeMap<String, List<Path>> byDay = WholeFiles.entries(work.raw("train2")).stream()
                .collect(
                        Collectors.groupingBy(clip -> name(clip).split("_", -1)[0], TreeMap::new, Collectors.toList()));
        if (byDay.size() < DAYS) {
            throw new UserError("train2 has recordings of " + byDay.size() + " days; at least 4 are needed");
        }
        List<List<Path>> days = List.copyOf(byDay.values());
        int number = 0;
        for (Path clip : sorted(days.get(0), days.get(1))) {
            String name = name(clip).replaceAll("TRAIN\\d+", "TRAIN" + number++);
            work.put(clip, work.out("public/train2/" + name));
        }
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (Path clip : sorted(days.get(2), days.get(3))) {
            String name = name(clip).split("TRAIN", -1)[0] + "Test" + answers.size() + ".aif";
            work.put(clip, work.out("public/test2/" + name));
            answers.add(new String[] {name, name(clip).matches(".*_1\\.[^.]*") ? "1" : "0"});
            sample.add(new String[] {name, "0"});
        }
        PandasWriter.write(work.out("private/test.csv"), List.of("clip", "probability"), answers);
        PandasWriter.write(work.out("public/sampleSubmission.csv"), List.of("clip", "probability"), sample);
    }

    private static List<Path> sorted(List<Path> first, List<Path> second) {
        return Stream.of(first, second).flatMap(List::stream).sorted().toList();
    }

    private static String name(Path clip) {
        return clip.getFileName().toString();
    }
}

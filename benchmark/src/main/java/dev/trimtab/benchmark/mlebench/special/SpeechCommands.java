package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** tensorflow-speech-recognition-challenge: clips in one folder a word, test clips numbered anew. */
final class SpeechCommands implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        List<Path> clips = WholeFiles.filesBelow(work.raw("train/audio")).stream()
                .filter(clip -> clip.toString().endsWith(".wav"))
                .sorted(Comparator.comparing(clip -> label(clip) + "_" + name(clip)))
                .toList();
        TrainTestSplit split = work.split(clips.size());
        for (int i : split.train()) {
            work.put(clips.get(i), work.out("public/train/audio/" + label(clips.get(i)) + "/" + name(clips.get(i))));
        }
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (int i : split.test()) {
            String name = String.format("clip_%08d.wav", answers.size());
            work.put(clips.get(i), work.out("public/test/audio/" + name));
            answers.add(new String[] {name, label(clips.get(i))});
            sample.add(new String[] {name, "silence"});
        }
        PandasWriter.write(work.out("private/test.csv"), List.of("fname", "label"), answers);
        PandasWriter.write(work.out("public/sample_submission.csv"), List.of("fname", "label"), sample);
    }

    private static String label(Path clip) {
        return name(clip.resolveSibling(""));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}

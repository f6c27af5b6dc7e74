package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.PythonRandom;
import dev.trimtab.benchmark.mlebench.archive.Unpacking;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.RawData;
import dev.trimtab.benchmark.mlebench.recipe.RowSplit;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** multi-modal-gesture-recognition: the recordings of the fourth training archive are the test set. */
final class GestureArchives implements SpecialStep, SplitRule {
    private static final String HELD = "training4.tar.gz";
    private static final int GESTURES = 20;
    private static final int ID = 4;

    @Override
    public RowSplit split(Split rule, PandasTable table, RawData raw) throws IOException {
        return RowSplit.byMembers(table, "Id", held(raw));
    }

    @Override
    public void run(Work work) throws IOException {
        PythonRandom random = new PythonRandom(0);
        List<Integer> gestures = IntStream.rangeClosed(1, GESTURES).boxed().toList();
        List<String[]> ids = new ArrayList<>();
        List<String[]> guesses = new ArrayList<>();
        for (String id : held(work.raw())) {
            ids.add(new String[] {id});
            String guess = random.sample(gestures, GESTURES).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
            guesses.add(new String[] {id, guess});
        }
        PandasWriter.write(work.out("public/test.csv"), List.of("Id"), ids);
        PandasWriter.write(work.out("public/randomPredictions.csv"), List.of("Id", "Sequence"), guesses);
    }

    /** Returns the last characters of the names of the recordings in the archive. */
    private static Set<String> held(RawData raw) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String name : Unpacking.tarNames(raw.file(HELD))) {
            String plain = name.startsWith("./") ? name.substring(2) : name;
            if (plain.endsWith(".zip") && !plain.contains("/")) {
                String stem = plain.substring(0, plain.length() - ".zip".length());
                ids.add(stem.substring(Math.max(0, stem.length() - ID)));
            }
        }
        return ids;
    }
}

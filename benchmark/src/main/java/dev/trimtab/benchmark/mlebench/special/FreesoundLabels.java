package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.archive.Unpacking;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** freesound-audio-tagging-2019: Kaggle's files as they are, and test labels that were published later elsewhere. */
final class FreesoundLabels implements SpecialStep {
    private static final String LABELS = "FSDKaggle2019.meta";

    @Override
    public void run(Work work) throws IOException {
        Path archive = work.raw(LABELS + ".zip");
        if (!Files.isRegularFile(archive)) {
            throw new UserError(
                    "no file " + archive + " with the test labels; download it from"
                            + " https://zenodo.org/records/3612637/files/FSDKaggle2019.meta.zip into the folder of the raw files");
        }
        for (Path entry : WholeFiles.entries(work.raw().downloaded())) {
            if (!entry.getFileName().toString().contains(LABELS)) {
                work.put(entry, work.out("public/" + entry.getFileName()));
            }
        }
        Unpacking.unpack(archive, work.raw().unpacked());
        List<String> header =
                PandasTable.scan(Reading.of(work.raw("sample_submission.csv"))).header();
        PandasTable table = PandasTable.scan(Reading.fast(work.raw(LABELS + "/test_post_competition.csv")));
        int usage = table.at("usage");
        int name = table.at("fname");
        int labels = table.at("labels");
        List<String[]> answers = new ArrayList<>();
        table.forEach((row, cells) -> {
            if (cells[usage].equals("Private")) {
                List<String> present = Arrays.asList(cells[labels].split(",", -1));
                String[] answer = header.stream()
                        .map(each -> present.contains(each) ? "1" : "0")
                        .toArray(String[]::new);
                answer[0] = cells[name];
                answers.add(answer);
            }
        });
        PandasWriter.write(work.out("private/test.csv"), header, answers);
    }
}

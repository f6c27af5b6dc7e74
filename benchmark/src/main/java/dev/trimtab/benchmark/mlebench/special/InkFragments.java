package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.benchmark.mlebench.table.Reading;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** vesuvius-challenge-ink-detection: the third fragment is held out under the name a. */
final class InkFragments implements SpecialStep {
    private static final Set<String> HIDDEN = Set.of("inklabels.png", "inklabels_rle.csv", "ir.png");

    @Override
    public void run(Work work) throws IOException {
        work.put(work.raw("train/1"), work.out("public/train/1"));
        work.put(work.raw("train/2"), work.out("public/train/2"));
        Path fragment = work.raw("train/3").toRealPath();
        for (Path file : WholeFiles.filesBelow(fragment)) {
            if (!HIDDEN.contains(file.getFileName().toString())) {
                work.put(
                        file,
                        work.out("public/test/a")
                                .resolve(fragment.relativize(file).toString()));
            }
        }
        String[] size = size(fragment.resolve("ir.png"));
        PandasTable labels = PandasTable.scan(Reading.of(fragment.resolve("inklabels_rle.csv")));
        int id = labels.at("Id");
        List<String> header = new ArrayList<>(labels.header());
        List<String[]> gold = new ArrayList<>();
        List<String[]> answers = new ArrayList<>();
        for (String[] row : labels.all()) {
            row[id] = "a";
            gold.add(row);
            List<String> sized = new ArrayList<>(List.of(row));
            sized.addAll(List.of(size));
            answers.add(sized.toArray(String[]::new));
        }
        PandasWriter.write(work.out("private/gold_submission.csv"), header, gold);
        header.addAll(List.of("width", "height"));
        PandasWriter.write(work.out("private/inklabels_rle.csv"), header, answers);
        PandasWriter.write(
                work.out("public/sample_submission.csv"),
                List.of("Id", "Predicted"),
                List.<String[]>of(new String[] {"a", "1 1 5 1"}));
    }

    /** Returns width and height of a picture, which its first bytes tell. */
    private static String[] size(Path picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UserError(picture + " is no picture that can be read; download it again");
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            return new String[] {Integer.toString(reader.getWidth(0)), Integer.toString(reader.getHeight(0))};
        }
    }
}

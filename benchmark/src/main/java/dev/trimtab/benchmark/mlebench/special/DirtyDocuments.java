package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.runtime.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** denoising-dirty-documents: the grey of every pixel of the clean test pages is an answer. */
final class DirtyDocuments implements SpecialStep {
    private static final int WHITE = 255;

    @Override
    public void run(Work work) throws IOException {
        List<Path> pages = work.raw().matching("train/*.png");
        Set<String> held = Arrays.stream(work.split(pages.size()).test())
                .mapToObj(i -> name(pages.get(i)))
                .collect(Collectors.toSet());
        for (Path page : pages) {
            work.put(page, work.out("public/" + (held.contains(name(page)) ? "test/" : "train/") + name(page)));
        }
        List<Path> clean = work.raw().matching("train_cleaned/*.png");
        for (Path page : clean) {
            if (!held.contains(name(page))) {
                work.put(page, work.out("public/train_cleaned/" + name(page)));
            }
        }
        writePixels(
                work, clean.stream().filter(page -> held.contains(name(page))).toList());
    }

    private static void writePixels(Work work, List<Path> pages) throws IOException {
        Path answers = work.out("private/answers.csv");
        Path sample = work.out("public/sampleSubmission.csv");
        if (Files.exists(answers) && Files.exists(sample)) {
            return;
        }
        List<String> header = List.of("id", "value");
        try (PandasWriter values = new PandasWriter(answers, header);
                PandasWriter ones = new PandasWriter(sample, header)) {
            for (Path page : pages) {
                int[][] grey = grey(page);
                String stem = name(page).replaceFirst("\\.png$", "");
                for (int row = 0; row < grey.length; row++) {
                    for (int column = 0; column < grey[row].length; column++) {
                        String id = stem + "_" + (row + 1) + "_" + (column + 1);
                        values.row(List.of(id, PandasText.real((double) grey[row][column] / WHITE)));
                        ones.row(List.of(id, "1"));
                    }
                }
            }
            values.complete();
            ones.complete();
        }
    }

    /** Returns the grey of each pixel of a page, 0..255, by row and column. */
    static int[][] grey(Path page) throws IOException {
        @Nullable BufferedImage image = ImageIO.read(page.toFile());
        if (image == null) {
            throw new UserError(page + " is no picture that can be read; download it again");
        }
        Raster raster = image.getRaster();
        // a palette has one band too, of places in it; of grey with opacity Java would bend the grey
        boolean isGrey = raster.getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        int[][] grey = new int[raster.getHeight()][raster.getWidth()];
        for (int y = 0; y < grey.length; y++) {
            for (int x = 0; x < grey[y].length; x++) {
                grey[y][x] = isGrey ? raster.getSample(x, y, 0) : luma(image.getRGB(x, y));
            }
        }
        return grey;
    }

    /** Grey of a colour as Pillow's {@code convert("L")} weighs it (ITU-R 601-2). */
    private static int luma(int rgb) {
        int red = (rgb >> 16) & 0xff;
        int green = (rgb >> 8) & 0xff;
        int blue = rgb & 0xff;
        return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
    }

    private static String name(Path page) {
        return page.getFileName().toString();
    }
}

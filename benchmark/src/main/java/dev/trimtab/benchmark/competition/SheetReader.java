package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of tiles as a table: {@code px0}, {@code px1}, ... row by row of the shrunk tile, then the label file's columns. */
final class SheetReader {
    private final Path folder;
    private final Recipe.Sheet sheet;

    SheetReader(Path folder, Recipe.Sheet sheet) {
        this.folder = folder;
        this.sheet = sheet;
    }

    void stream(RawTable.RowSink sink) throws IOException {
        Raster pixels = pixels();
        Rows labels = CsvFiles.read(folder.resolve(sheet.labels()));
        int tiles = pixels.getHeight() / sheet.tile() * sheet.columns();
        if (labels.cells().size() > tiles || pixels.getWidth() < sheet.columns() * sheet.tile()) {
            throw new UserError(
                    folder.resolve(sheet.image()) + " holds " + tiles + " tiles but " + folder.resolve(sheet.labels())
                            + " labels " + labels.cells().size());
        }
        int side = sheet.tile() / sheet.shrink();
        List<String> header = new ArrayList<>();
        IntStream.range(0, side * side).forEach(i -> header.add("px" + i));
        header.addAll(labels.header());
        sink.header(header);
        for (int i = 0; i < labels.cells().size(); i++) {
            String[] label = labels.cells().get(i);
            String[] row = new String[side * side + label.length];
            for (int block = 0; block < side * side; block++) {
                row[block] = Integer.toString(mean(pixels, i, block / side, block % side));
            }
            System.arraycopy(label, 0, row, side * side, label.length);
            sink.accept(row);
        }
    }

    /** Returns the mean of a block, rounded half up. */
    private int mean(Raster pixels, int tile, int blockRow, int blockColumn) {
        int left = tile % sheet.columns() * sheet.tile() + blockColumn * sheet.shrink();
        int top = tile / sheet.columns() * sheet.tile() + blockRow * sheet.shrink();
        int area = sheet.shrink() * sheet.shrink();
        int sum = 0;
        for (int i = 0; i < area; i++) {
            sum += pixels.getSample(left + i % sheet.shrink(), top + i / sheet.shrink(), /* b= */ 0);
        }
        return (2 * sum + area) / (2 * area);
    }

    private Raster pixels() throws IOException {
        Path file = folder.resolve(sheet.image());
        @Nullable BufferedImage image = ImageIO.read(file.toFile());
        if (image == null || image.getRaster().getNumBands() != 1) {
            throw new UserError(file + " must be a picture with one 8-bit grey channel");
        }
        return image.getRaster();
    }
}

package dev.trimtab.benchmark.mlebench.special;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The grey of a page is that of Pillow, whatever kind of PNG it is; the expected values follow Pillow's documented rule. */
final class DirtyDocumentsTest {
    @TempDir
    private Path dir;

    @Test
    void grey_ofAPalette_isTheColoursNotTheirPlaces() throws IOException {
        byte[] channel = {0, (byte) 200, 17, (byte) 255};
        BufferedImage palette = new BufferedImage(
                4, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 4, channel, channel, channel));
        for (int x = 0; x < 4; x++) {
            palette.getRaster().setSample(x, 0, 0, x);
        }

        assertThat(DirtyDocuments.grey(written(palette))).isDeepEqualTo(new int[][] {{0, 200, 17, 255}});
    }

    @Test
    void grey_ofOneBit_isBlackAndWhite() throws IOException {
        BufferedImage bits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.getRaster().setSample(1, 0, 0, 1);

        assertThat(DirtyDocuments.grey(written(bits))).isDeepEqualTo(new int[][] {{0, 255, 0}});
    }

    @Test
    void grey_withOpacity_isTheGreyItself() throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[] {100, 255});
        raster.setPixel(1, 0, new int[] {7, 128});

        assertThat(DirtyDocuments.grey(written(new BufferedImage(model, raster, false, null))))
                .isDeepEqualTo(new int[][] {{100, 7}});
    }

    @Test
    void grey_ofColour_isPillowsLuma() throws IOException {
        BufferedImage colour = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        colour.setRGB(0, 0, 0xff8000);

        assertThat(DirtyDocuments.grey(written(colour))).isDeepEqualTo(new int[][] {{151}});
    }

    private Path written(BufferedImage image) throws IOException {
        Path file = dir.resolve("page.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}

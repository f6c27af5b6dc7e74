package dev.trimtab.benchmark.mlebench.raw;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.trimtab.benchmark.mlebench.table.ParquetTables;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Raw folders of competitions whose files are read, not only copied: NumPy arrays, TFRecords, BSON, PNG. */
final class BinaryRaw {
    static final Map<String, Consumer<RawFiles>> ALL = Map.ofEntries(
            Map.entry("cassava-leaf-disease-classification", BinaryRaw::cassava),
            Map.entry("cdiscount-image-classification-challenge", BinaryRaw::products),
            Map.entry("denoising-dirty-documents", BinaryRaw::documents),
            Map.entry("google-research-identify-contrails-reduce-global-warming", BinaryRaw::contrails),
            Map.entry("icecube-neutrinos-in-deep-ice", BinaryRaw::neutrinos),
            Map.entry("ml2021spring-hw2", BinaryRaw::phonemes),
            Map.entry("siim-isic-melanoma-classification", BinaryRaw::melanoma),
            Map.entry("vesuvius-challenge-ink-detection", BinaryRaw::ink));

    private BinaryRaw() {}

    private static void cassava(RawFiles raw) {
        RawFiles.Rows rows = raw.rows(96, "image_id: hex 10", "label: int 0 4");
        rows.cells().forEach(row -> row[0] += ".jpg");
        raw.csv("train.csv", rows);
        raw.files("train_images/{image_id}", rows);
        for (int i = 0; i < 16; i++) {
            raw.file(
                    String.format("train_tfrecords/ld_train%02d-%d.tfrec", i, 6 + i),
                    records(rows.column("image_id").subList(i * 6, i * 6 + 6)));
        }
        raw.file("label_num_to_disease_map.json");
    }

    /** Batches stand together in the list, not in the order of their numbers. */
    private static void neutrinos(RawFiles raw) {
        RawFiles.Rows rows = raw.rows(120, "azimuth: real 15", "zenith: real 15");
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            String[] row = rows.cells().get(i);
            int batch = 1 + (i / 8 * 7) % 15;
            values.append(i == 0 ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT,
                            "(%d::BIGINT, %d::BIGINT, %d::BIGINT, %d::BIGINT, %s::DOUBLE, %s::DOUBLE)",
                            batch,
                            24 + 3L * i,
                            60L * i,
                            60L * i + 59,
                            row[0],
                            row[1]));
        }
        try (ParquetTables tables = new ParquetTables()) {
            tables.write(
                    "SELECT * FROM (VALUES " + values
                            + ") AS t(batch_id, event_id, first_pulse_index, last_pulse_index, azimuth, zenith)",
                    raw.path("train_meta.parquet"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int batch = 1; batch <= 15; batch++) {
            raw.file("train/batch_" + batch + ".parquet");
        }
        raw.file("test/batch_661.parquet");
        raw.csv("sensor_geometry.csv", 4, "sensor_id: seq 0", "x: real 2 wide", "y: real 2 wide", "z: real 2 wide");
    }

    private static void melanoma(RawFiles raw) {
        RawFiles.Rows rows = raw.csv(
                "train.csv",
                64,
                "image_name: hex 10",
                "patient_id: hex 9",
                "sex: pick male|female|",
                "age_approx: int? 20 80",
                "anatom_site_general_challenge: pick torso|",
                "diagnosis: const unknown",
                "benign_malignant: const benign",
                "target: int 0 1");
        raw.files("train/{image_name}.dcm", rows);
        raw.files("jpeg/train/{image_name}.jpg", rows);
        for (int i = 0; i < 8; i++) {
            raw.file(
                    String.format("tfrecords/train%02d-2071.tfrec", i),
                    records(rows.column("image_name").subList(i * 8, i * 8 + 8)));
        }
        raw.file("tfrecords/test00-687.tfrec");
    }

    private static byte[] records(List<String> names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String name : names) {
            byte[] list = message(1, name.getBytes(StandardCharsets.UTF_8));
            byte[] entry =
                    joined(message(1, "image_name".getBytes(StandardCharsets.UTF_8)), message(2, message(1, list)));
            byte[] other = joined(
                    message(1, "image".getBytes(StandardCharsets.UTF_8)),
                    message(2, message(1, message(1, new byte[9]))));
            byte[] example = message(1, joined(message(1, other), message(1, entry)));
            out.writeBytes(ByteBuffer.allocate(12)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(example.length)
                    .array());
            out.writeBytes(example);
            out.writeBytes(new byte[4]);
        }
        return out.toByteArray();
    }

    private static byte[] message(int field, byte[] content) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.writeBytes(field, ByteString.copyFrom(content));
            coded.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void products(RawFiles raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 130; i++) {
            BsonDocument product = new BsonDocument("_id", new BsonInt32(i * 7 % 131))
                    .append(
                            "imgs",
                            new BsonArray(List.of(new BsonDocument("picture", new BsonBinary(new byte[i % 5])))))
                    .append("category_id", i % 2 == 0 ? new BsonInt32(1000010653) : new BsonInt64(1L << 40));
            ByteBuffer bytes = new RawBsonDocument(product, new BsonDocumentCodec())
                    .getByteBuffer()
                    .asNIO();
            byte[] record = new byte[bytes.remaining()];
            bytes.get(record);
            out.writeBytes(record);
        }
        raw.file("train.bson", out.toByteArray());
        raw.file("category_names.csv");
    }

    private static void documents(RawFiles raw) {
        for (int i = 1; i <= 12; i++) {
            raw.file("train/" + i * 2 + ".png", png(raw, 3 + i % 2, 4, BufferedImage.TYPE_BYTE_GRAY));
            int kind = i % 3 == 0 ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
            raw.file("train_cleaned/" + i * 2 + ".png", png(raw, 3 + i % 2, 4, kind));
        }
        raw.packed("train.zip", "train");
        raw.packed("train_cleaned.zip", "train_cleaned");
    }

    private static byte[] png(RawFiles raw, int width, int height, int kind) {
        BufferedImage image = new BufferedImage(width, height, kind);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    image.getRaster().setSample(x, y, band, raw.random().nextInt(256));
                }
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void contrails(RawFiles raw) {
        StringBuilder train = new StringBuilder();
        StringBuilder validation = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String id = "100021" + i;
            train.append(i == 0 ? "[" : ", ")
                    .append("{\"record_id\": \"" + id + "\", \"row_min\": -1506" + i + ".25, \"timestamp\": " + i
                            + "}");
            for (int band = 8; band <= 16; band++) {
                raw.file(String.format("train/%s/band_%02d.npy", id, band), npy("<f4", "(4, 3, 2)", new byte[96]));
            }
            raw.file("train/" + id + "/human_individual_masks.npy");
            byte[] mask = new byte[48];
            for (int pixel = 0; pixel < 12 && i % 4 > 0; pixel++) {
                mask[pixel * 4] = (byte) raw.random().nextInt(2);
            }
            raw.file("train/" + id + "/human_pixel_masks.npy", npy("<i4", "(4, 3, 1)", mask));
        }
        for (int i = 0; i < 5; i++) {
            validation.append(i == 0 ? "[" : ",").append("{\"record_id\": \"v" + i + "\"}");
        }
        raw.file("validation/v0/band_08.npy");
        raw.text("train_metadata.json", train + "]");
        raw.text("validation_metadata.json", validation + "]");
    }

    private static byte[] npy(String type, String shape, byte[] content) {
        StringBuilder header =
                new StringBuilder("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }");
        while ((10 + header.length() + 1) % 64 != 0) {
            header.append(' ');
        }
        header.append('\n');
        return ByteBuffer.allocate(10 + header.length() + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length())
                .put(header.toString().getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static void phonemes(RawFiles raw) {
        String folder = "timit_11/timit_11/";
        byte[] frames = new byte[60 * 6 * 4];
        raw.random().nextBytes(frames);
        ByteBuffer labels = ByteBuffer.allocate(60 * 2 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 60; i++) {
            int label = raw.random().nextInt(39);
            labels.putInt(label < 10 ? '0' + label : '0' + label / 10).putInt(label < 10 ? 0 : '0' + label % 10);
        }
        raw.file(folder + "train_11.npy", npy("<f4", "(60, 6)", frames));
        raw.file(folder + "train_label_11.npy", npy("<U2", "(60,)", labels.array()));
        raw.file(folder + "test_11.npy", npy("<f4", "(22, 6)", new byte[22 * 6 * 4]));
    }

    private static void ink(RawFiles raw) {
        for (int fragment = 1; fragment <= 3; fragment++) {
            String folder = "train/" + fragment + "/";
            raw.file(folder + "surface_volume/00.tif");
            raw.file(folder + "surface_volume/01.tif");
            raw.file(folder + "mask.png");
            raw.file(folder + "inklabels.png");
            raw.text(folder + "inklabels_rle.csv", "Id,Predicted\n" + fragment + ",1 3 9 2\n");
            raw.file(folder + "ir.png", png(raw, 5, 4, BufferedImage.TYPE_BYTE_GRAY));
        }
    }
}

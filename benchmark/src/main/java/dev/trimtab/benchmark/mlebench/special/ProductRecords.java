package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import dev.trimtab.runtime.UserError;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** cdiscount-image-classification-challenge: BSON records of products with their pictures, streamed. */
final class ProductRecords implements SpecialStep {
    private static final String CATEGORY = "category_id";
    private static final int EXAMPLES = 100;
    private static final String GUESS = "1000010653";

    @Override
    public void run(Work work) throws IOException {
        Path raw = work.raw("train.bson");
        Products products = Products.read(raw);
        TrainTestSplit split = work.split(products.ids.length);
        BitSet held = new BitSet();
        Arrays.stream(split.test()).forEach(held::set);
        List<Integer> ordered = held.stream()
                .boxed()
                .sorted(Comparator.comparingLong(row -> products.ids[row]))
                .toList();
        List<String> header = List.of("_id", CATEGORY);
        PandasWriter.write(
                work.out("private/answers.csv"),
                header,
                ordered.stream().map(products::answer).toList());
        PandasWriter.write(
                work.out("public/sample_submission.csv"),
                header,
                ordered.stream()
                        .map(row -> new String[] {Long.toString(products.ids[row]), GUESS})
                        .toList());
        WholeFiles.write(
                work.out("public/train.bson"),
                out -> records(raw, (row, bytes) -> {
                    if (!held.get(row)) {
                        out.write(bytes);
                    }
                }));
        WholeFiles.write(
                work.out("public/test.bson"),
                out -> records(raw, (row, bytes) -> {
                    if (held.get(row)) {
                        out.write(withoutCategory(bytes));
                    }
                }));
        WholeFiles.write(work.out("public/train_example.bson"), out -> {
            int[] left = {EXAMPLES};
            records(raw, (row, bytes) -> {
                if (!held.get(row) && left[0] > 0) {
                    left[0]--;
                    out.write(bytes);
                }
            });
        });
    }

    /** Takes a record. */
    @FunctionalInterface
    private interface Records {
        void accept(int row, byte[] bytes) throws IOException;
    }

    /** Number and category of every product, by row. */
    @SuppressWarnings("ArrayRecordComponent") // seven million products
    private record Products(long[] ids, long[] categories) {
        static Products read(Path file) throws IOException {
            long[][] columns = {new long[1024], new long[1024]};
            int[] rows = {0};
            records(file, (row, bytes) -> {
                RawBsonDocument record = new RawBsonDocument(bytes);
                if (row == columns[0].length) {
                    columns[0] = Arrays.copyOf(columns[0], 2 * row);
                    columns[1] = Arrays.copyOf(columns[1], 2 * row);
                }
                columns[0][row] = record.getNumber("_id").longValue();
                columns[1][row] = record.getNumber(CATEGORY).longValue();
                rows[0] = row + 1;
            });
            return new Products(Arrays.copyOf(columns[0], rows[0]), Arrays.copyOf(columns[1], rows[0]));
        }

        String[] answer(int row) {
            return new String[] {Long.toString(ids[row]), Long.toString(categories[row])};
        }
    }

    private static void records(Path file, Records records) throws IOException {
        if (!Files.exists(file)) {
            throw new UserError("no file " + file + " in the raw data; download it again, whole");
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            byte[] head = in.readNBytes(Integer.BYTES);
            for (int row = 0; head.length == Integer.BYTES; row++) {
                int size = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
                byte[] bytes = Arrays.copyOf(head, size);
                if (in.readNBytes(bytes, Integer.BYTES, size - Integer.BYTES) < size - Integer.BYTES) {
                    throw new UserError(file + " ends in the middle of a record; download it again, whole");
                }
                records.accept(row, bytes);
                head = in.readNBytes(Integer.BYTES);
            }
        }
    }

    private static byte[] withoutCategory(byte[] bytes) {
        BsonDocument record = new RawBsonDocument(bytes).decode(new BsonDocumentCodec());
        record.remove(CATEGORY);
        RawBsonDocument encoded = new RawBsonDocument(record, new BsonDocumentCodec());
        ByteBuffer buffer = encoded.getByteBuffer().asNIO();
        byte[] shorter = new byte[buffer.remaining()];
        buffer.get(shorter);
        return shorter;
    }
}

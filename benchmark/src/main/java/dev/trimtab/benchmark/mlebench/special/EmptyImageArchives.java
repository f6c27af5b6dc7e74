package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * invasive-species-monitoring: archives that hold one empty folder. MLE-bench's own are like this by an oversight, so no
 * picture reaches an agent; docs/benchmark.md names it.
 *
 * <p>They are written byte by byte, since commons-compress states streams that there are not, which py7zr refuses. Reference: 7zFormat.txt
 * of the LZMA SDK.
 */
final class EmptyImageArchives implements SpecialStep {
    private static final byte[] SIGNATURE = {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4};
    private static final int START_HEADER = 20;
    private static final int FOLDER_ATTRIBUTE = 0x10;

    @Override
    public void run(Work work) throws IOException {
        for (String part : List.of("train", "test")) {
            Path archive = work.out("public/" + part + ".7z");
            Files.deleteIfExists(archive);
            WholeFiles.write(archive, out -> out.write(archive(part)));
        }
    }

    /** Returns the bytes of an archive of one empty folder. */
    private static byte[] archive(String folder) {
        byte[] header = header((folder + "\0").getBytes(StandardCharsets.UTF_16LE));
        byte[] start = new byte[START_HEADER];
        littleEndian(start).putLong(0).putLong(header.length).putInt(checksum(header));
        byte[] archive = new byte[SIGNATURE.length + Integer.BYTES + START_HEADER + header.length];
        littleEndian(archive).put(SIGNATURE).putInt(checksum(start)).put(start).put(header);
        return archive;
    }

    private static byte[] header(byte[] name) {
        byte[] header = new byte[19 + name.length];
        littleEndian(header)
                .put(new byte[] {1, 5, 1}) // header, information on files, one of them
                .put(new byte[] {0x0e, 1, (byte) 0x80}) // without a stream
                .put(new byte[] {0x11, (byte) (1 + name.length), 0})
                .put(name)
                .put(new byte[] {0x15, 6, 1, 0})
                .putInt(FOLDER_ATTRIBUTE)
                .put(new byte[] {0, 0});
        return header;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}

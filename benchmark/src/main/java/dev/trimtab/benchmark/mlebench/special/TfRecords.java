package dev.trimtab.benchmark.mlebench.special;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.trimtab.runtime.UserError;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** TFRecord files of {@code tf.train.Example}s, of which one text feature is read; checksums are not looked at. */
final class TfRecords {
    private TfRecords() {}

    /** Returns the first text of a feature in every record. */
    static List<String> texts(Path file, String feature) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            byte[] head = in.readNBytes(Long.BYTES);
            while (head.length == Long.BYTES) {
                in.skipNBytes(Integer.BYTES);
                int length = (int) littleEndian(head);
                byte[] record = in.readNBytes(length);
                in.skipNBytes(Integer.BYTES);
                texts.add(text(file, record, feature));
                head = in.readNBytes(Long.BYTES);
            }
            return texts;
        } catch (EOFException e) {
            throw new UserError(file + " ends in the middle of a record; download it again, whole", e);
        }
    }

    private static long littleEndian(byte[] bytes) {
        long value = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return value;
    }

    private static String text(Path file, byte[] example, String feature) throws IOException {
        for (byte[] features : messages(example, 1)) {
            for (byte[] entry : messages(features, 1)) {
                if (new String(messages(entry, 1).get(0), StandardCharsets.UTF_8).equals(feature)) {
                    byte[] list = messages(messages(entry, 2).get(0), 1).get(0);
                    return new String(messages(list, 1).get(0), StandardCharsets.UTF_8);
                }
            }
        }
        throw new UserError(file + " has a record without the feature " + feature);
    }

    /** Returns the length-delimited fields of a number in a message. */
    private static List<byte[]> messages(byte[] message, int number) throws IOException {
        List<byte[]> fields = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == (number << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
                fields.add(in.readByteArray());
            } else {
                in.skipField(tag);
            }
        }
        return fields;
    }
}

package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of one NumPy array, of which rows are read where they lie. */
final class NpyFile implements AutoCloseable {
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '([^']+)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\),? ?}\\s*");
    private static final int ALIGNMENT = 64;
    private static final int MAGIC = 6;

    private final FileChannel channel;
    private final String type;
    private final int[] shape;
    private final boolean columnsFirst;
    private final long start;

    private NpyFile(FileChannel channel, String type, int[] shape, boolean columnsFirst, long start) {
        this.channel = channel;
        this.type = type;
        this.shape = shape;
        this.columnsFirst = columnsFirst;
        this.start = start;
    }

    /** Opens a file; bad input if it is none. */
    static NpyFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        ByteBuffer head = bytes(channel, 0, MAGIC + 6);
        boolean old = head.get(MAGIC) == 1;
        int length = old ? head.getShort(MAGIC + 2) & 0xffff : head.getInt(MAGIC + 2);
        int from = MAGIC + (old ? 4 : 6);
        String text = new String(bytes(channel, from, length).array(), StandardCharsets.ISO_8859_1);
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            channel.close();
            throw new UserError(file + " is no NumPy array");
        }
        int[] shape = Arrays.stream(header.group(3).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        return new NpyFile(channel, header.group(1), shape, header.group(2).equals("True"), (long) from + length);
    }

    /** Returns the length of an axis. */
    int length(int axis) {
        return shape[axis];
    }

    /** Returns the bytes of the part of the array at one index of its first axis. */
    byte[] row(int index) throws IOException {
        if (!columnsFirst) {
            return bytes(channel, start + (long) index * rowSize(), rowSize()).array();
        }
        ByteBuffer row = ByteBuffer.allocate(rowSize());
        for (int i = 0; row.hasRemaining(); i++) {
            row.put(bytes(channel, start + (index + shape[0] * place(i)) * itemSize(), itemSize()));
        }
        return row.array();
    }

    /** Returns where in Fortran's order a row's element of a number in C order stands, without the first axis. */
    private long place(int number) {
        long place = 0;
        long stride = Arrays.stream(shape, 1, shape.length).asLongStream().reduce(1, Math::multiplyExact);
        int rest = number;
        for (int axis = shape.length - 1; axis > 0; axis--) {
            stride /= shape[axis];
            place += stride * (rest % shape[axis]);
            rest /= shape[axis];
        }
        return place;
    }

    /** Returns the numbers of one row; bad input if they are neither whole, truth values nor floats. */
    double[] numbers(int index) throws IOException {
        if (type.charAt(1) != 'f') {
            return Arrays.stream(integers(index)).asDoubleStream().toArray();
        }
        ByteBuffer row = ByteBuffer.wrap(row(index)).order(ByteOrder.LITTLE_ENDIAN);
        double[] numbers = new double[row.capacity() / itemSize()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (itemSize()) {
                case Float.BYTES -> row.getFloat();
                case Double.BYTES -> row.getDouble();
                default ->
                    throw new UserError("a NumPy file holds numbers of type " + type
                            + "; whole numbers and floats of 4 or 8 bytes can be read");
            };
        }
        return numbers;
    }

    /** Returns the whole numbers of one row, widened. */
    long[] integers(int index) throws IOException {
        ByteBuffer row = ByteBuffer.wrap(row(index)).order(ByteOrder.LITTLE_ENDIAN);
        long[] numbers = new long[row.capacity() / itemSize()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (itemSize()) {
                case 1 -> row.get();
                case 2 -> row.getShort();
                case 4 -> row.getInt();
                default -> row.getLong();
            };
        }
        return numbers;
    }

    /** Returns the text or number of one element of an array of one axis. */
    String element(int index) throws IOException {
        if (type.charAt(1) != 'U') {
            return Long.toString(integers(index)[0]);
        }
        ByteBuffer row = ByteBuffer.wrap(row(index)).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder();
        while (row.remaining() >= Integer.BYTES) {
            int c = row.getInt();
            if (c != 0) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    /** Writes an array of some rows of this one, as {@code numpy.save} does; bad input if this one is not in C order. */
    void writeRows(int[] rows, OutputStream out) throws IOException {
        if (columnsFirst) {
            throw new UserError("a NumPy file holds an array in Fortran's order; only one in C order can be split");
        }
        int[] taken = shape.clone();
        taken[0] = rows.length;
        String sizes = Arrays.stream(taken).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes
                + (taken.length == 1 ? ",), }" : "), }");
        int used = MAGIC + 4 + header.length() + 1;
        String padded = header + " ".repeat((ALIGNMENT - used % ALIGNMENT) % ALIGNMENT) + "\n";
        ByteBuffer head = ByteBuffer.allocate(MAGIC + 4).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        head.put((byte) 1).put((byte) 0).putShort((short) padded.length());
        out.write(head.array());
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
        for (int row : rows) {
            out.write(row(row));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private int itemSize() {
        int size = Integer.parseInt(type.substring(2));
        return type.charAt(1) == 'U' ? size * Integer.BYTES : size;
    }

    private int rowSize() {
        return Arrays.stream(shape, 1, shape.length).reduce(itemSize(), Math::multiplyExact);
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new UserError("a NumPy file ends too early; download it again, whole");
            }
        }
        return buffer.flip();
    }
}

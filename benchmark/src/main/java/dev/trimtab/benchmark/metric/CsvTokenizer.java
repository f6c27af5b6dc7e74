package dev.trimtab.benchmark.metric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes a CSV file apart into the bytes of its cells as pandas does: a cell is quoted if it begins with a quote, what follows
 * the closing one belongs to the cell too, other quotes stand for themselves; lines end in a line feed, a carriage return or
 * both; empty lines and lines of blanks are none. A byte order mark before the first cell is left out.
 *
 * <p>Reference: {@code tokenize_bytes} of pandas' C tokenizer, with the settings of {@code read_csv}.
 */
public final class CsvTokenizer {
    private static final int BUFFER = 1 << 18;

    /** A cell beyond this size is refused, so that one quote too many cannot fill the memory. */
    private static final int MOST_BYTES = 1 << 26;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte separator;
    private final byte greatestEnd;
    private final Sink sink;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    private byte[] buffer = new byte[BUFFER];

    /** What is read next, where the cell or line begins that must be kept until then, and what is filled. */
    private int at;

    private int start;
    private int end;
    private boolean ended;
    private long line = 1;

    private CsvTokenizer(InputStream in, char separator, Sink sink) {
        this.in = in;
        this.separator = (byte) separator;
        this.greatestEnd = (byte) Math.max(separator, '\r');
        this.sink = sink;
    }

    /** Takes cells and ends of rows; the first row is the header. */
    public interface Sink {
        /**
         * Takes the next cell of a row.
         *
         * @param column its place in the row, from 0
         * @param bytes holds its text in UTF-8; not to be kept
         */
        void cell(int column, byte[] bytes, int from, int count) throws IOException;

        /**
         * Takes the end of a row.
         *
         * @param line the number of its last line, from 1
         * @return whether to read on
         */
        boolean endRow(long line) throws IOException;
    }

    /**
     * Hands over a file.
     *
     * @param separator an ASCII character between cells
     * @throws CsvFormatException if a quote is never closed, or bytes are no UTF-8
     */
    public static void read(InputStream in, char separator, Sink sink) throws IOException {
        new CsvTokenizer(in, separator, sink).read();
    }

    private void read() throws IOException {
        boolean more = true;
        while (more && end < MARK.length) {
            more = fill();
        }
        boolean marked = more && Arrays.equals(buffer, 0, MARK.length, MARK, 0, MARK.length);
        at = marked ? MARK.length : 0;
        boolean wanted = true;
        while (wanted && findRow()) {
            int column = 0;
            while (readCell(column)) {
                column++;
            }
            wanted = sink.endRow(line - 1);
        }
    }

    /** Moves to the next line that holds more than blanks; returns whether there is one. */
    private boolean findRow() throws IOException {
        while (true) {
            start = at;
            while (more() && isBlank(buffer[at])) {
                at++;
            }
            if (!more()) {
                return false;
            }
            if (!isLineEnd(buffer[at])) {
                at = start;
                return true;
            }
            endLine();
        }
    }

    /** Hands over a cell and what separates it from the next; returns whether that is of the same row. */
    private boolean readCell(int column) throws IOException {
        start = at;
        if (more() && buffer[at] == '"') {
            readQuoted(column);
        } else {
            readPlain(column);
        }
        start = at;
        if (!more()) {
            line++;
            return false;
        }
        if (buffer[at] == separator) {
            at++;
            return true;
        }
        endLine();
        return false;
    }

    private void readPlain(int column) throws IOException {
        int high = 0;
        do {
            byte[] bytes = buffer;
            int next = at;
            // one comparison for most bytes: they are greater than those that end a cell
            while (next < end && (bytes[next] > greatestEnd || !isCellEnd(bytes[next]))) {
                high |= bytes[next];
                next++;
            }
            at = next;
        } while (at == end && fill());
        emit(column, start, at - start, high);
    }

    private void readQuoted(int column) throws IOException {
        long first = line;
        int high = 0;
        int length = 0;
        at++;
        while (true) {
            if (!more()) {
                throw new CsvFormatException("the quote that begins a cell in line " + first + " is never closed");
            }
            byte next = buffer[at++];
            if (next == '"') {
                if (!more() || buffer[at] != '"') {
                    break;
                }
                at++;
            } else if (next == '\n') {
                line++;
            }
            // what was read makes room for what is kept: quotes only go
            buffer[start + length++] = next;
            high |= next;
        }
        while (more() && !isCellEnd(buffer[at])) {
            high |= buffer[at];
            buffer[start + length++] = buffer[at++];
        }
        emit(column, start, length, high);
    }

    private void emit(int column, int from, int count, int high) throws IOException {
        if (high < 0) {
            try {
                utf8.decode(ByteBuffer.wrap(buffer, from, count));
            } catch (CharacterCodingException e) {
                throw new CsvFormatException("line " + line + " is no text in UTF-8", e);
            }
        }
        sink.cell(column, buffer, from, count);
    }

    private void endLine() throws IOException {
        boolean carriageReturn = buffer[at++] == '\r';
        if (carriageReturn && more() && buffer[at] == '\n') {
            at++;
        }
        line++;
    }

    private boolean more() throws IOException {
        return at < end || fill();
    }

    /** Reads on, moving what must be kept to the front; returns whether there was more. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            at -= start;
            end -= start;
            start = 0;
        } else if (end == buffer.length) {
            if (end >= MOST_BYTES) {
                throw new CsvFormatException("a cell in line " + line + " has more than " + MOST_BYTES + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int count = in.read(buffer, end, buffer.length - end);
        ended = count <= 0;
        end += Math.max(count, 0);
        return !ended;
    }

    private boolean isBlank(byte b) {
        return (b == ' ' || b == '\t') && b != separator;
    }

    private boolean isCellEnd(byte b) {
        return b == separator || isLineEnd(b);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}

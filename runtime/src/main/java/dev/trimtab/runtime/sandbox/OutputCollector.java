package dev.trimtab.runtime.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Keeps the first and the last half of what is printed, and counts all of it. */
final class OutputCollector {
    private static final long SETTLE_MILLIS = 20;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail;
    private final int headBytes;
    private long tailCount;
    private volatile long total;

    OutputCollector(int keptBytes) {
        headBytes = keptBytes / 2;
        tail = new byte[keptBytes - headBytes];
    }

    synchronized void add(byte[] bytes, int count) {
        int toHead = Math.min(count, headBytes - head.size());
        head.write(bytes, 0, toHead);
        for (int i = Math.max(toHead, count - tail.length); i < count; i++) {
            tail[(int) ((tailCount + i - toHead) % tail.length)] = bytes[i];
        }
        tailCount += count - toHead;
        total = head.size() + tailCount;
    }

    /** Returns the bytes printed so far; any thread may ask. */
    long total() {
        return total;
    }

    /** Waits until all that a program which stands still has printed is read. */
    void settle() throws InterruptedException {
        long before;
        do {
            before = total;
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        } while (total != before);
    }

    /**
     * What was printed in a stretch.
     *
     * @param text its first and its last half as far as they are kept
     * @param bytes all that was printed
     * @param truncated whether some is not kept
     */
    record Printed(String text, long bytes, boolean truncated) {}

    /** Returns what was printed and forgets it; what comes later belongs to the next stretch. */
    synchronized Printed take() {
        Printed printed = new Printed(text(), total, truncated());
        head.reset();
        tailCount = 0;
        total = 0;
        return printed;
    }

    private boolean truncated() {
        return tailCount > tail.length;
    }

    synchronized String text() {
        int kept = (int) Math.min(tailCount, tail.length);
        int start = truncated() ? (int) (tailCount % tail.length) : 0;
        byte[] end = new byte[kept];
        for (int i = 0; i < kept; i++) {
            end[i] = tail[(start + i) % tail.length];
        }
        if (!truncated()) {
            byte[] all = Arrays.copyOf(head.toByteArray(), head.size() + kept);
            System.arraycopy(end, 0, all, head.size(), kept);
            return new String(all, StandardCharsets.UTF_8);
        }
        int from = 0;
        while (from < kept && (end[from] & 0xC0) == 0x80) {
            from++;
        }
        byte[] start0 = head.toByteArray();
        int to = wholeCharacters(start0);
        long cut = tailCount - kept + from + (start0.length - to);
        return new String(start0, 0, to, StandardCharsets.UTF_8)
                + "\n... [" + cut + " bytes of output cut] ...\n"
                + new String(end, from, kept - from, StandardCharsets.UTF_8);
    }

    /** Returns the length of the longest prefix that does not end within a character. */
    private static int wholeCharacters(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead > 0 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        if (lead < 0) {
            return 0;
        }
        int first = bytes[lead] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        return lead + length > bytes.length ? lead : bytes.length;
    }
}

package dev.trimtab.benchmark.report;

import dev.trimtab.runtime.Surrogates;

/** Keeps a report small: cuts each long text in its middle, and every text to its first line once all of them together take too much. */
final class TextCap {
    /** Characters of one text that are shown. */
    static final int EACH = 20_000;

    /** Characters of all texts together from which on only {@link #REST} of each are shown. */
    static final int ALL = 6_000_000;

    /** Characters of a text that are shown when the whole is full. */
    static final int REST = 200;

    private final int each;
    private final int all;
    private long used;
    private int cut;
    private long leftOut;

    /**
     * What was left out of a report.
     *
     * @param cut texts that were cut
     * @param leftOut characters left out of them
     * @param each characters of one text that are shown
     * @param all characters of all texts together from which on only the start of each is shown
     */
    record Tally(int cut, long leftOut, int each, int all) {}

    TextCap() {
        this(EACH, ALL);
    }

    /**
     * @param each characters of one text that are shown
     * @param all characters of all texts together from which on only the start of each is shown
     */
    TextCap(int each, int all) {
        this.each = each;
        this.all = all;
    }

    /** Returns a text as it is to be shown. */
    CappedText of(String text) {
        int room = used < all ? each : Math.min(each, REST);
        if (text.length() <= room) {
            used += text.length();
            return new CappedText(text, 0, "");
        }
        String head = Surrogates.head(text, room - room / 2);
        String tail = Surrogates.tail(text, room / 2);
        int out = text.length() - head.length() - tail.length();
        used += head.length() + tail.length();
        cut++;
        leftOut += out;
        return new CappedText(head, out, tail);
    }

    /** Returns what was left out so far. */
    Tally tally() {
        return new Tally(cut, leftOut, each, all);
    }
}

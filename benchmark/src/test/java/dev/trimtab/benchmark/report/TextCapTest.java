package dev.trimtab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What a report leaves out of long texts, and that it says so. */
final class TextCapTest {
    @Property(tries = 200, seed = "1")
    void of_anyText_keepsHeadAndTailAndCountsTheRest(
            @ForAll @StringLength(max = 60) String text, @ForAll @IntRange(min = 2, max = 40) int each) {
        TextCap cap = new TextCap(each, Integer.MAX_VALUE);
        CappedText capped = cap.of(text);

        assertThat(text).startsWith(capped.head()).endsWith(capped.tail());
        assertThat(capped.head().length() + capped.leftOut() + capped.tail().length())
                .isEqualTo(text.length());
        assertThat(capped.leftOut() == 0).isEqualTo(text.length() <= each);
        assertThat(cap.tally().leftOut()).isEqualTo(capped.leftOut());
    }

    @Test
    void of_aTextBeyondTheWhole_isOnlyItsStartAndEnd() {
        TextCap cap = new TextCap(1000, 1500);
        String text = "x".repeat(1000);

        assertThat(cap.of(text).leftOut()).isZero();
        assertThat(cap.of(text).leftOut()).isZero();
        assertThat(cap.of(text).leftOut()).isEqualTo(1000 - TextCap.REST);
        assertThat(cap.tally().cut()).isEqualTo(1);
    }

    @Test
    void of_aPairOfSurrogatesAtTheCut_splitsNone() {
        CappedText capped = new TextCap(4, 1000).of("a\uD83D\uDE00b\uD83D\uDE00c");

        assertThat(capped.head() + capped.tail()).isEqualTo("a\uD83D\uDE00c").isNotEmpty();
    }
}

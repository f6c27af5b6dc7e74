package dev.trimtab.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class SurrogatesTest {
    private static final String WAVE = "\uD83D\uDC4B";

    @Test
    void cuts_throughAPair_keepItWholeOrLeaveItOut() {
        assertThat(Surrogates.head("a" + WAVE + "b", 2)).isEqualTo("a");
        assertThat(Surrogates.tail("a" + WAVE + "b", 2)).isEqualTo(WAVE + "b");
        assertThat(Surrogates.head("abc", 9)).isEqualTo("abc");
        assertThat(Surrogates.tail("abc", 9)).isEqualTo("abc");
    }

    @Test
    void wellFormed_ofHalvesThatStandAlone_isWhatAFileGivesBack() {
        assertThat(Surrogates.wellFormed("a\uD83Db\uDC4Bc" + WAVE)).isEqualTo("a?b?c" + WAVE);
    }

    @Property(seed = "1")
    void cuts_ofAWellFormedText_areWellFormed(
            @ForAll @StringLength(max = 40) String any, @ForAll @IntRange(max = 45) int most) {
        String text = Surrogates.wellFormed(any + WAVE + any);

        assertThat(Surrogates.wellFormed(Surrogates.head(text, most))).isEqualTo(Surrogates.head(text, most));
        assertThat(Surrogates.wellFormed(Surrogates.tail(text, most))).isEqualTo(Surrogates.tail(text, most));
    }
}

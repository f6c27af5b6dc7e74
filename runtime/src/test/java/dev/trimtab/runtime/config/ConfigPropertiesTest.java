package dev.trimtab.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Suggestions and units for arbitrary words and amounts. */
final class ConfigPropertiesTest {
    @Property(seed = "1")
    void nearestKey_noKnownWordIsNearer(
            @ForAll @AlphaChars @StringLength(max = 8) String wrong,
            @ForAll @NotEmpty @Size(max = 6) List<@AlphaChars @StringLength(max = 8) String> known) {
        Optional<String> nearest = NearestKey.of(wrong, known);

        nearest.ifPresent(found -> assertThat(known)
                .contains(found)
                .filteredOn(word -> NearestKey.of(wrong, List.of(word)).isPresent())
                .allSatisfy(word -> assertThat(NearestKey.distance(wrong, found))
                        .isLessThanOrEqualTo(NearestKey.distance(wrong, word))));
    }

    @Property(seed = "1")
    void nearestKey_wordsWithoutACommonLetter_suggestNothing(
            @ForAll @CharRange(from = 'a', to = 'm') @StringLength(min = 2, max = 8) String wrong,
            @ForAll @Size(max = 6) List<@CharRange(from = 'n', to = 'z') @StringLength(min = 2, max = 8) String> known) {
        assertThat(NearestKey.of(wrong, known)).isEmpty();
    }

    @Property(seed = "1")
    void nearestKey_oneTypingSlip_isFound(
            @ForAll @AlphaChars @StringLength(min = 2, max = 10) String word, @ForAll @IntRange(max = 1000) int where) {
        int at = where % word.length();

        assertThat(NearestKey.of(word.substring(0, at) + word.substring(at + 1), List.of(word)))
                .contains(word);
    }

    @Property(seed = "1")
    void distance_isSymmetricAndBoundedAndZeroOnlyForEquals(
            @ForAll @StringLength(max = 10) String a, @ForAll @StringLength(max = 10) String b) {
        int distance = NearestKey.distance(a, b);

        assertThat(distance)
                .isEqualTo(NearestKey.distance(b, a))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
        assertThat(distance == 0).isEqualTo(a.equals(b));
    }

    @Property(seed = "1")
    void distance_oneTypingSlip_isOne(
            @ForAll @AlphaChars @StringLength(min = 1, max = 10) String word, @ForAll @IntRange(max = 1000) int where) {
        int at = where % word.length();
        String dropped = word.substring(0, at) + word.substring(at + 1);
        String added = word.substring(0, at) + "-" + word.substring(at);

        assertThat(NearestKey.distance(word, dropped)).isOne();
        assertThat(NearestKey.distance(word, added)).isOne();
    }

    @Property(seed = "1")
    void byteSize_printed_readsBack(@ForAll @LongRange(min = 0) long bytes) {
        assertThat(ByteSize.parse(new ByteSize(bytes >> 6).toString())).isEqualTo(new ByteSize(bytes >> 6));
    }

    @Property(seed = "1")
    void duration_printed_readsBack(@ForAll @LongRange(min = 0, max = 1L << 40) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(DurationText.parse(DurationText.format(duration))).isEqualTo(duration);
    }
}

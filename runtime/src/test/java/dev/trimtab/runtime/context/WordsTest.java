package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class WordsTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab \t\n\r\f\u000b\u00a0é").ofMaxLength(40);
    }

    @Property(seed = "1")
    void flat_hasOneSpaceForEachRunOfBlanks(@ForAll("texts") String text) {
        assertThat(Words.flat(text)).isEqualTo(text.replaceAll("\\s+", " "));
    }

    @Property(seed = "1")
    void runs_areThoseOfTheWordsInARow(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 6) int length) {
        String[] words = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        int[] runs = new int[Math.max(0, words.length - length + 1)];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = Arrays.hashCode(Arrays.copyOfRange(words, i, i + length));
        }

        assertThat(Words.runs(text, length)).isEqualTo(runs);
    }
}

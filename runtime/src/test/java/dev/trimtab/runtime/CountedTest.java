package dev.trimtab.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers with their nouns. */
final class CountedTest {
    @Test
    void one_isSingular_andNoneAndManyArePlural() {
        assertThat(Counted.of(1, "step")).isEqualTo("1 step");
        assertThat(Counted.of(0, "step")).isEqualTo("0 steps");
        assertThat(Counted.of(2, "step")).isEqualTo("2 steps");
        assertThat(Counted.of(-1, "step")).isEqualTo("-1 steps");
    }

    @Test
    void nounWithAPluralOfItsOwn_hasIt() {
        assertThat(Counted.of(1, "family", "families")).isEqualTo("1 family");
        assertThat(Counted.of(3, "family", "families")).isEqualTo("3 families");
    }
}

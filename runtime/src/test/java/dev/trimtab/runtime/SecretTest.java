package dev.trimtab.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
    @Test
    void hide_everyPlaceOfTheKey_isOverwritten() {
        Secret key = new Secret("sk-1234567890");

        assertThat(key.hide("a sk-1234567890, b sk-1234567890")).isEqualTo("a ***, b ***");
        assertThat(key.hide("a sk-123456789")).isEqualTo("a sk-123456789");
        assertThat(key.isIn("xsk-1234567890x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ollama", "lm-studio"})
    void hide_wordsThatStandInForAKey_stayInTexts(String word) {
        assertThat(new Secret(word).hide("There are none in ollama or lm-studio."))
                .isEqualTo("There are none in ollama or lm-studio.");
    }

    @Test
    void hide_withoutAKey_changesNothing() {
        assertThat(new Secret(null).hide("null")).isEqualTo("null");
        assertThat(new Secret(null).isIn(null)).isFalse();
    }

    @Test
    void toString_ofAKey_doesNotTellIt() {
        assertThat(new Secret("sk-1234567890")).hasToString("***");
    }
}

package dev.trimtab.runtime.model.offline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The shipped profiles are frozen, and recall is a probability that falls where the profile says. */
final class AttentionTest {
    private static final Map<String, String> FROZEN = Map.of(
            "perfect", "732c402f9a003c7ebba993a0f0e8036cefd58e4063393cf4ea0033ac3d815494",
            "middle-lost", "a4aa6b25a9d3ebd240cecccb650518245c81010b2596f61274eab45cd363cc7b",
            "recent", "0a1b1e8aa1afc81f936ecb341026ba62f21309be5746015565b04e1bc8707673",
            "anchored", "5eac859cd25bb1a0f94f16fed76bb2ce74b9f1c98508a80b3524b57383de2d02",
            "weak", "b69bd5db8582ec69a85bdd6475f16c9b350f7b6abc6013d51c29986848ea2c0b");

    @Test
    void load_shippedProfiles_areFrozenAndNameTheirSources() {
        FROZEN.forEach((name, hash) -> {
            Profile profile = ProfileFile.load(name);
            assertThat(profile.name()).isEqualTo(name);
            assertThat(profile.hash())
                    .as("a changed number is a new version of " + name)
                    .isEqualTo(hash);
            assertThat(profile.sources()).isNotEmpty();
        });
    }

    @Property(tries = 200)
    void recall_anywhere_isAProbability(
            @ForAll @IntRange(max = 40_000) int position, @ForAll @IntRange(max = 40_000) int total) {
        for (String name : FROZEN.keySet()) {
            assertThat(ProfileFile.load(name).attention().recall(position, total))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void recall_middleLost_isLowestInTheMiddleOfALongContext() {
        Attention attention = ProfileFile.load("middle-lost").attention();

        assertThat(attention.recall(2000, 4000)).isLessThan(attention.recall(0, 4000));
        assertThat(attention.recall(2000, 4000)).isLessThan(attention.recall(4000, 4000));
        assertThat(attention.recall(150, 300)).isGreaterThan(attention.recall(2000, 4000));
    }

    @Test
    void recall_recent_halvesOverItsHalfLife() {
        Attention attention = ProfileFile.load("recent").attention();

        assertThat(attention.recall(10_000, 10_000)).isEqualTo(1);
        assertThat(attention.recall(2000, 10_000)).isEqualTo(0.5);
    }

    @Test
    void recall_perfect_losesNothing() {
        assertThat(ProfileFile.load("perfect").attention().recall(5000, 10_000)).isEqualTo(1);
    }
}

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
            "perfect", "d33665b7e923510d5abfec3c7b736e0f05743ac2533bb8bea93eaa0e67d0c086",
            "middle-lost", "718c94bde82147e67db1ac589b50c8efd8d1384f98fcf2388213468bbaa0beac",
            "recent", "b8821b8d2250c34c1b481211b9c74b7d1bd3e64f998e597439d97618f4ad69b8",
            "anchored", "05335bc697d369ce68236038c4321eee1817c890c41ff53a7ecb05383ecaab31",
            "weak", "f30d326a85a748c0658b890264eff95c6460b241f88f7c484069ca3208bd231f");

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

    @Property(tries = 200, seed = "1")
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

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
            "perfect", "fb4f4921628377b174b385e0cd77a935eb0526113bc11d8ae19319e8859e18b2",
            "middle-lost", "bc8b9382886182eb4b8807e947e3004242c136a93cdf45b1eaf8e2308daeddef",
            "recent", "9cfb32998d6c0cecc26c41637f57975d18ca15445dd4dc6e9b07d9747fa1e325",
            "anchored", "670cec2034630669a9ee5a526336f4c50170edf7497f12053a905668fa95934b",
            "weak", "f23ac2ad85b2895a9f51d729e5e6e4845b1f6b6dd98c2c804e4bc1981d8bcfe6");

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

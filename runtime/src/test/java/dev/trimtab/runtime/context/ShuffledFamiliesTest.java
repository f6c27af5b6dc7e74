package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Families that say nothing of what is in them, though there are as many and they are about as large. */
final class ShuffledFamiliesTest {
    private static final FamilyClassifier BY_PLAN =
            (attempt, known) -> new FamilyClassifier.Classification(new Family(attempt.plan()), "code");

    @Test
    void classify_ofAttemptsOfTwoFamilies_isIndependentOfTheirOwn_andKeepsTheirSizes() {
        int first = 0;
        int same = 0;
        int attempts = 0;
        for (long seed = 0; seed < 200; seed++) {
            List<String> families = families(seed, 40);
            for (int i = 20; i < families.size(); i++) {
                attempts++;
                first += families.get(i).equals("forest") ? 1 : 0;
                same += families.get(i).equals(plan(i)) ? 1 : 0;
            }
        }

        // a quarter of the attempts are forests: drawn blindly, 1/16 + 9/16 agree with their own, a little more since
        // one may draw itself
        assertThat(first / (double) attempts).isCloseTo(0.25, within(0.03));
        assertThat(same / (double) attempts).isCloseTo(0.64, within(0.03));
    }

    @Test
    void classify_withOneSeed_isTheSameAgain_andSaysThatItIsShuffled() {
        assertThat(families(7, 30)).isEqualTo(families(7, 30)).isNotEqualTo(families(8, 30));
        assertThat(new ShuffledFamilies(BY_PLAN, 1).classify(attempt(0), List.of()))
                .isEqualTo(new FamilyClassifier.Classification(new Family("forest"), "shuffled"));
    }

    private static List<String> families(long seed, int attempts) {
        ShuffledFamilies shuffled = new ShuffledFamilies(BY_PLAN, seed);
        List<String> families = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            families.add(shuffled.classify(attempt(i), List.of()).family().name());
        }
        return families;
    }

    private static Attempt attempt(int step) {
        return new Attempt(
                "a" + step, null, step, Attempt.Stage.DRAFT, plan(step), "", 0.5, "", null, null, true, null);
    }

    private static String plan(int step) {
        return step % 4 == 0 ? "forest" : "linear";
    }
}

package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Survival of each representation, as theory section 1 states it. */
final class SurvivalTest {
    private final Hypothesis item = Hypothesis.builder("a", new Family("f"))
            .verificationLag(7)
            .cost(100, 20, 3, 60)
            .recoverability(0.8)
            .aliasHazard(new AliasHazard(0.1, 0.02))
            .build();
    private final Survival law = new Survival(0.03);

    @Test
    void of_compressed_isTheShareOfSimulatedRecordsThatLast() {
        SplittableRandom random = new SplittableRandom(4);
        int last = 0;
        for (int run = 0; run < 100_000; run++) {
            boolean good = random.nextDouble() >= 0.1;
            for (int step = 0; step < 7; step++) {
                good &= random.nextDouble() >= 0.03;
                good &= random.nextDouble() >= 0.02;
            }
            last += good ? 1 : 0;
        }

        assertThat(law.of(item, Representation.COMPRESSED, 0)).isCloseTo(last / 100_000.0, within(0.006));
    }

    @Test
    void of_activeItem_countsTheHazardOfHowItIsHeld() {
        Survival apart = new Survival(0.2, 0);

        assertThat(apart.of(item, Representation.FULL, 0)).isCloseTo(Math.pow(0.8, 7), within(1e-12));
        assertThat(apart.of(item, Representation.COMPRESSED, 0)).isCloseTo(0.9 * Math.pow(0.98, 7), within(1e-12));
        assertThat(new Survival(0.03, 0.03)).isEqualTo(law);
    }

    @Test
    void of_shadow_countsOnlyWithinTheReserve() {
        assertThat(law.of(item, Representation.SHADOW, 60)).isEqualTo(0.8);
        assertThat(law.of(item, Representation.SHADOW, 59)).isZero();
    }

    @Test
    void of_recordThatIsOneAlready_paysNoFirstHazard() {
        double again = law.of(item.heldAs(Representation.COMPRESSED), Representation.COMPRESSED, 0);

        assertThat(again).isCloseTo(law.of(item, Representation.COMPRESSED, 0) / 0.9, within(1e-12));
    }

    @Test
    void of_extinct_staysExtinct() {
        Hypothesis gone = item.heldAs(Representation.EXTINCT);

        for (Representation target : Representation.values()) {
            assertThat(law.of(gone, target, 1000)).isZero();
        }
    }
}

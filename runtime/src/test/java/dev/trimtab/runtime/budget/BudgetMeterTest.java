package dev.trimtab.runtime.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BudgetMeterTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void room_isWhatIsLeftAfterCharges() {
        BudgetMeter meter = meter(new BudgetLimits(100L, 1.0, null));
        meter.charge(60, 0.75);
        assertThatCode(() -> meter.requireRoom(40, 0.25)).doesNotThrowAnyException();
        assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> meter.requireRoom(41, 0));
        assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> meter.requireRoom(0, 0.26));
    }

    @Test
    void time_ofAResumedRun_goesOnWhereItStopped() {
        BudgetLimits limits = new BudgetLimits(null, null, Duration.ofSeconds(10));
        BudgetMeter meter = new BudgetMeter(limits, now::get, Duration.ofSeconds(4));
        assertThat(meter.remainingTime()).isEqualTo(Duration.ofSeconds(6));
        now.set(Instant.EPOCH.plusSeconds(6));
        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> meter.requireRoom(0, 0))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(BudgetKind.WALL_TIME));
    }

    @Test
    void noLimits_refuseNothing() {
        BudgetMeter meter = meter(BudgetLimits.NONE);
        now.set(Instant.EPOCH.plusSeconds(1_000_000));
        meter.requireRoom(Long.MAX_VALUE, 1e9);
        assertThat(meter.remainingTime()).isNull();
    }

    @Test
    void limits_thatMakeNoSense_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetLimits(0L, null, null))
                .withMessageContaining("tokens");
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetLimits(null, Double.NaN, null));
    }

    private BudgetMeter meter(BudgetLimits limits) {
        return new BudgetMeter(limits, now::get);
    }
}

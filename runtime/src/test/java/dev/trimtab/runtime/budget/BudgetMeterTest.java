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
    void steps_upToTheLimit_areCountedAndTheNextRefused() {
        BudgetMeter meter = meter(new BudgetLimits(2, null, null, null));
        meter.startStep();
        meter.startStep();
        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(meter::startStep)
                .withMessageContaining("--steps")
                .satisfies(e -> assertThat(e.value()).isEqualTo(3))
                .satisfies(e -> assertThat(e.limit()).isEqualTo(2));
        assertThat(meter.steps()).isEqualTo(2);
    }

    @Test
    void room_isWhatIsLeftAfterCharges() {
        BudgetMeter meter = meter(new BudgetLimits(null, 100L, 1.0, null));
        meter.charge(60, 0.75);
        assertThatCode(() -> meter.requireRoom(40, 0.25)).doesNotThrowAnyException();
        assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> meter.requireRoom(41, 0));
        assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> meter.requireRoom(0, 0.26));
    }

    @Test
    void time_ofAResumedRun_goesOnWhereItStopped() {
        BudgetLimits limits = new BudgetLimits(null, null, null, Duration.ofSeconds(10));
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
        meter.startStep();
        meter.requireRoom(Long.MAX_VALUE, 1e9);
        assertThat(meter.remainingTime()).isNull();
    }

    @Test
    void limits_thatMakeNoSense_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetLimits(0, null, null, null))
                .withMessageContaining("steps");
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetLimits(null, null, Double.NaN, null));
    }

    private BudgetMeter meter(BudgetLimits limits) {
        return new BudgetMeter(limits, now::get);
    }
}

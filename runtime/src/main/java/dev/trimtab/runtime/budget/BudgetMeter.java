package dev.trimtab.runtime.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a run has spent so far. It refuses before anything is spent that could pass a limit; safe for use by many threads. */
public final class BudgetMeter {
    private final BudgetLimits limits;
    private final InstantSource clock;
    private final Instant start;
    private long tokens;
    private double money;

    /**
     * Starts the clock.
     *
     * @param clock what tells the time
     * @param alreadyElapsed wall time that an interrupted run had used before it was resumed
     */
    public BudgetMeter(BudgetLimits limits, InstantSource clock, Duration alreadyElapsed) {
        this.limits = limits;
        this.clock = clock;
        this.start = clock.instant().minus(alreadyElapsed);
    }

    /** Starts the clock of a fresh run. */
    public BudgetMeter(BudgetLimits limits, InstantSource clock) {
        this(limits, clock, Duration.ZERO);
    }

    /**
     * Refuses what could pass a limit.
     *
     * @param worstTokens the most tokens that the next call can take, at least 0
     * @param worstMoney the most US dollars that the next call can cost, at least 0
     * @throws BudgetExceededException if a limit could be passed or the time is over
     */
    public synchronized void requireRoom(long worstTokens, double worstMoney) {
        requireTime();
        refuse(BudgetKind.TOKENS, (double) (tokens + worstTokens), limits.tokens());
        refuse(BudgetKind.MONEY, money + worstMoney, limits.money());
    }

    /**
     * Refuses to go on once the time is over.
     *
     * @throws BudgetExceededException if it is
     */
    public void requireTime() {
        Duration remaining = remainingTime();
        if (remaining != null && remaining.isZero()) {
            throw timeOver(Duration.ZERO);
        }
    }

    /** Returns the refusal to spend this much more time. */
    public BudgetExceededException timeOver(Duration more) {
        Duration limit = limits.wallTime() == null ? Duration.ZERO : limits.wallTime();
        return new BudgetExceededException(
                BudgetKind.WALL_TIME, seconds(elapsed().plus(more)), seconds(limit));
    }

    /** Counts what a call really took, even past a limit: what is spent is spent. */
    public synchronized void charge(long spentTokens, double spentMoney) {
        tokens += spentTokens;
        money += spentMoney;
    }

    /** Returns the wall time that is left, never negative; null for no limit. */
    public @Nullable Duration remainingTime() {
        if (limits.wallTime() == null) {
            return null;
        }
        Duration left = limits.wallTime().minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns the wall time since the start. */
    public Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    /** Returns the tokens spent. */
    public synchronized long tokens() {
        return tokens;
    }

    /** Returns the US dollars spent. */
    public synchronized double money() {
        return money;
    }

    private static void refuse(BudgetKind kind, double value, @Nullable Number limit) {
        if (limit != null && value > limit.doubleValue()) {
            throw new BudgetExceededException(kind, value, limit.doubleValue());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

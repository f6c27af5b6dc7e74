package dev.trimtab.runtime.config;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condenser as OpenHands has them: when it cuts a history of events, which of them it keeps, and what stands for the others. An action and its
 * observation are two events.
 *
 * @param triggers when it cuts, each by itself; none: never. {@link Trigger#STEP} goes alone
 * @param selection what it keeps
 * @param replacement what stands for the rest
 * @param keepFirst events at the beginning that are always kept, at least 0 and below half of {@code maxSize}
 * @param maxSize events beyond which {@link Trigger#EVENTS} cuts to half of them, at least 2
 * @param maxTokens tokens beyond which {@link Trigger#TOKENS} cuts, at least 1; null: the budget alone
 * @param minimumProgress share of the events, 0 to 1, below which a cut is none where more than enough events trigger it, and else one of everything;
 *     over 0, calls of one reply and their results leave together
 * @param attentionWindow newest events whose observations are not masked, at least 0
 * @param maxEventLength characters of an event that a model is asked about, at least 1
 */
public record CondenserConfig(
        @Default("[events, request]") Set<Trigger> triggers,
        @Default("recent") Selection selection,
        @Default("nothing") Replacement replacement,
        @Default("1") int keepFirst,
        @Default("100") int maxSize,
        @Nullable Integer maxTokens,
        @Default("0") double minimumProgress,
        @Default("100") int attentionWindow,
        @Default("10000") int maxEventLength) {
    /** When a history is cut. */
    public enum Trigger {
        /** Every prompt sees it cut anew, and nothing is forgotten for good. */
        STEP,
        /** There are more than {@code max-size} events. */
        EVENTS,
        /** They take more than {@code max-tokens}, or than the budget. */
        TOKENS,
        /** They do not fit the budget, or the model asks for it. */
        REQUEST
    }

    /** Which events are kept. */
    public enum Selection {
        /** The first and the newest. */
        RECENT,
        /** All, but observations that are not among the newest are masked. */
        MASK,
        /** The first, and those that a model ranks best. */
        ATTENTION
    }

    /** What stands for the others. */
    public enum Replacement {
        /** Nothing. */
        NOTHING,
        /** A summary by a model, which sees the one before. */
        SUMMARY,
        /** The same by the fields of a function call. */
        STRUCTURED,
        /** The signature lines of the attempts among them, then a summary. */
        RECORDS
    }

    /** OpenHands' {@code amortized} with its own numbers. */
    public static final CondenserConfig DEFAULT = new CondenserConfig(
            Set.of(Trigger.EVENTS, Trigger.REQUEST),
            Selection.RECENT,
            Replacement.NOTHING,
            /* keepFirst= */ 1,
            /* maxSize= */ 100,
            /* maxTokens= */ null,
            /* minimumProgress= */ 0,
            /* attentionWindow= */ 100,
            /* maxEventLength= */ 10_000);

    /** Checks the ranges, and that the parts go together. */
    public CondenserConfig {
        // In the order of the constants, so that a configuration is always written the same.
        EnumSet<Trigger> ordered = EnumSet.noneOf(Trigger.class);
        ordered.addAll(triggers);
        triggers = Collections.unmodifiableSet(ordered);
        Ranges.atLeast("keep-first", keepFirst, 0);
        Ranges.atLeast("max-size", maxSize, 2);
        Ranges.share("minimum-progress", minimumProgress);
        Ranges.atLeast("attention-window", attentionWindow, 0);
        Ranges.atLeast("max-event-length", maxEventLength, 1);
        if (keepFirst >= maxSize / 2) {
            throw new IllegalArgumentException(
                    "keep-first must be below half of max-size (" + maxSize + ") but was " + keepFirst);
        }
        if (maxTokens != null) {
            Ranges.atLeast("max-tokens", maxTokens, 1);
            require(triggers.contains(Trigger.TOKENS), "max-tokens says nothing without tokens among the triggers");
        }
        require(
                minimumProgress == 0 || (selection == Selection.RECENT && replacement != Replacement.NOTHING),
                "minimum-progress goes with selection recent and a replacement other than nothing only");
        boolean step = triggers.contains(Trigger.STEP);
        require(!step || triggers.size() == 1, "triggers that name step must name nothing else");
        require(
                step || selection != Selection.MASK,
                "selection mask goes with triggers [step] only: it forgets nothing for good");
        require(
                !step || selection != Selection.ATTENTION,
                "selection attention does not go with triggers [step]: a model would be asked for every prompt");
        require(
                !step || replacement == Replacement.NOTHING,
                "replacement must be nothing with triggers [step], which forget nothing for good");
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new IllegalArgumentException(message);
        }
    }
}

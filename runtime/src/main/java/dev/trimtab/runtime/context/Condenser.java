package dev.trimtab.runtime.context;

import dev.trimtab.runtime.config.CondenserConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** OpenHands' condensers, each by when it cuts (trigger) and what it keeps (selection); none of these puts anything in the place of what it cuts. */
enum Condenser {
    /** Cuts nothing. */
    NOOP("openhands-noop") {
        @Override
        Set<String> forget(List<String> visible, CondenserConfig config, boolean overflow) {
            return Set.of();
        }
    },
    /** Keeps head and tail at every step, and remembers nothing. */
    RECENT("openhands-recent") {
        @Override
        Set<String> forget(List<String> visible, CondenserConfig config, boolean overflow) {
            return visible.size() > config.maxSize()
                    ? middle(visible, config.keepFirst(), config.maxSize() - config.keepFirst())
                    : Set.of();
        }

        @Override
        boolean remembers() {
            return false;
        }
    },
    /** Beyond {@code max-size} events cuts to half of that. */
    AMORTIZED("openhands-amortized") {
        @Override
        Set<String> forget(List<String> visible, CondenserConfig config, boolean overflow) {
            return visible.size() > config.maxSize()
                    ? middle(visible, config.keepFirst(), config.maxSize() / 2 - config.keepFirst())
                    : Set.of();
        }
    },
    /** Masks observations that are older than the newest {@code attention-window} events. */
    MASKING("openhands-observation-masking") {
        @Override
        Set<String> forget(List<String> visible, CondenserConfig config, boolean overflow) {
            return Set.of();
        }

        @Override
        boolean masks() {
            return true;
        }
    },
    /** Where the history does not fit the window, keeps its newer half. */
    WINDOW("openhands-conversation-window") {
        @Override
        Set<String> forget(List<String> visible, CondenserConfig config, boolean overflow) {
            return overflow && visible.size() > 1 ? middle(visible, 0, visible.size() / 2) : Set.of();
        }
    };

    private final String title;

    Condenser(String title) {
        this.title = title;
    }

    /** Returns the policy's name. */
    String title() {
        return title;
    }

    /**
     * Returns the events to forget.
     *
     * @param visible the events that are not forgotten yet, oldest first
     * @param overflow whether they do not fit the budget
     */
    abstract Set<String> forget(List<String> visible, CondenserConfig config, boolean overflow);

    /** Returns whether what was forgotten stays forgotten. */
    boolean remembers() {
        return true;
    }

    /** Returns whether old observations are masked. */
    boolean masks() {
        return false;
    }

    private static Set<String> middle(List<String> events, int head, int tail) {
        return new HashSet<>(events.subList(head, Math.max(head, events.size() - tail)));
    }
}

package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.journal.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Agent steps from which nothing that works came, each counted under the first reason that fits.
 *
 * @param steps agent steps that came to their end, but for one in which the agent only ended its run
 * @param timedOut steps in which a program passed its wall time or its processor time
 * @param invalid steps whose action could not be carried out
 * @param unread steps in which no action could be read from what the model said
 * @param failed steps whose attempt failed in another way
 * @param idle steps that used a tool as an earlier step had, with the same outcome, and made no attempt
 * @param idleBound those of them whose last prompt could not hold all that the policy wanted
 * @param askedAgain calls for an action that followed another one in the same step, since its reply could not be read
 */
public record StepLosses(
        int steps, int timedOut, int invalid, int unread, int failed, int idle, int idleBound, int askedAgain) {
    private static final Set<String> ACTING = Set.of("draft", "improve", "debug", "act");
    private static final Set<String> TIME = Set.of("TIMEOUT", "CPU");
    private static final String REFOLD = "refold:";

    /** Returns the steps lost before any attempt could fail: to time-outs, invalid actions and replies that could not be read. */
    public int lost() {
        return timedOut + invalid + unread;
    }

    /** Returns the steps from which nothing that works came. */
    public int fruitless() {
        return lost() + failed;
    }

    /** Returns the replies to all calls for an action, where not one of them could be read; else 0. */
    public int mute() {
        return unread == steps ? steps + askedAgain : 0;
    }

    static StepLosses of(List<Event> events) {
        Counts counts = new Counts();
        events.forEach(counts::take);
        return counts.losses();
    }

    private static final class Counts {
        private int steps;
        private int timedOut;
        private int invalid;
        private int unread;
        private int failed;
        private int idle;
        private int idleBound;
        private int askedAgain;
        private final Set<Event.ToolUsed> seen = new HashSet<>();
        private @Nullable Step open;

        void take(Event event) {
            if (event instanceof Event.StepStarted) {
                close();
                open = new Step();
            } else if (event instanceof Event.Verified
                    || event instanceof Event.Selected
                    || (event instanceof Event.Executed executed
                            && executed.purpose().startsWith(REFOLD))) {
                close();
            } else if (event instanceof Event.BudgetReached) {
                open = null;
            } else if (open != null) {
                open.take(event);
            }
        }

        private void close() {
            if (open == null || open.nothing()) {
                open = null;
                return;
            }
            steps++;
            askedAgain += Math.max(0, open.asked - 1);
            if (open.timedOut) {
                timedOut++;
            } else if (open.invalid) {
                invalid++;
            } else if (open.asked > 0 && !open.acted) {
                unread++;
            } else if (open.failed) {
                failed++;
            } else if (open.used != null && !seen.add(open.used) && !open.tried) {
                idle++;
                idleBound += open.bound ? 1 : 0;
            }
            open = null;
        }

        StepLosses losses() {
            return new StepLosses(steps, timedOut, invalid, unread, failed, idle, idleBound, askedAgain);
        }
    }

    /** What is seen of one step. */
    private static final class Step {
        private int asked;
        private boolean acted;
        private boolean ran;
        private boolean invalid;
        private boolean timedOut;
        private boolean failed;
        private boolean tried;
        private boolean bound;
        private Event.@Nullable ToolUsed used;

        void take(Event event) {
            if (event instanceof Event.ModelCalled call) {
                asked += ACTING.contains(call.purpose()) ? 1 : 0;
            } else if (event instanceof Event.ContextPlanned plan) {
                bound = plan.wanted() > plan.budget();
            } else if (event instanceof Event.Executed executed) {
                ran = true;
                timedOut |= executed.violation() != null && TIME.contains(executed.violation());
            } else if (event instanceof Event.ToolUsed tool) {
                acted = true;
                invalid = !ran && failed(tool.observation());
                used = new Event.ToolUsed(0, tool.tool(), tool.input(), tool.observation());
            } else if (event instanceof Event.Attempted attempted) {
                acted |= !attempted.attempt().plan().isEmpty();
                failed = attempted.attempt().buggy();
                tried = true;
            }
        }

        /** An agent that ends its run does so in a step of nothing else. */
        boolean nothing() {
            return asked == 0 && !acted && !ran && !tried;
        }

        /** MLAB and OpenHands answer an action that cannot be carried out in these words; what a program prints may begin alike. */
        private static boolean failed(String observation) {
            return observation.startsWith("EnvError: ") || observation.startsWith("ERROR: ");
        }
    }
}

package dev.trimtab.benchmark.tuning;

import dev.trimtab.runtime.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tuning chose for one policy.
 *
 * @param policy its file in {@code configs/policies} by name
 * @param tuning title of the tuning
 * @param counted what the budget counts: {@code episodes} or {@code runs}
 * @param budget how many of them there were
 * @param spent how many settings were measured by, those of an earlier round counted again
 * @param candidates settings that were tried
 * @param places what was measured in: {@code worlds} or {@code competitions}
 * @param worlds SHA-256 over them
 * @param chosen the settings chosen, by dotted key; empty if the policy's own were the best
 * @param measure what was made as great as can be
 * @param success its value under them, in the last round
 * @param front settings that no other of the first round beat in both success and tokens, each measured in the same worlds
 * @param validation what they are worth where nothing was tuned; null if that was not asked for
 */
public record TunedPolicy(
        String policy,
        String tuning,
        String counted,
        int budget,
        long spent,
        int candidates,
        String places,
        String worlds,
        Map<String, Object> chosen,
        String measure,
        double success,
        List<Point> front,
        @Nullable Validation validation) {
    /**
     * A point of the Pareto front.
     *
     * @param settings by dotted key
     * @param success value of the measure
     * @param tokens mean tokens of hypotheses read an episode, or of prompts and replies a run
     */
    public record Point(Map<String, Object> settings, double success, double tokens) {}

    /** Copies the list. */
    public TunedPolicy {
        front = List.copyOf(front);
    }

    /**
     * Writes the policy's file with the settings chosen in it, under the policy's name.
     *
     * @param home the checkout, which holds {@code configs/policies}
     * @param folder is made if it does not exist
     * @throws dev.trimtab.runtime.InfrastructureError if that fails
     */
    public void write(Path home, Path folder) {
        PolicyFile.write(home, policy, chosen, header(), folder.resolve(policy + ".yaml"));
    }

    private String header() {
        return String.format(
                Locale.ROOT,
                "# %s, tuned (%s).%n# Budget %d %s, %d measured, %d settings tried; %s there %.4f.%n# Development %s %s.%n%s",
                policy,
                tuning,
                budget,
                counted,
                spent,
                candidates,
                measure,
                success,
                places,
                worlds,
                validation == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "# Held out (%s, %s): %.4f, as it is %.4f, difference %+.4f [%+.4f, %+.4f].%n",
                                validation.heldOut(),
                                Counted.of(validation.pairs(), "pair"),
                                validation.tuned(),
                                validation.untuned(),
                                validation.difference(),
                                validation.interval().low(),
                                validation.interval().high()));
    }
}

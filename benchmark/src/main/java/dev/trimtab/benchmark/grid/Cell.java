package dev.trimtab.benchmark.grid;

import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.attempt.Pursuit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One combination of a grid's values: one run.
 *
 * @param scaffold file of the scaffold, by name or path
 * @param policy file of the policy, by name or path; never {@link Grid#NATIVE} or {@link Grid#NATIVES}
 * @param pursuit who decides what a step works on
 * @param model which model answers
 * @param budget how much a prompt may hold
 * @param competition id
 * @param description which description its agent reads
 * @param seed keys the run's random streams
 */
public record Cell(
        String scaffold,
        String policy,
        Pursuit.Mode pursuit,
        GridModel model,
        ContextBudget budget,
        String competition,
        Described description,
        long seed) {
    private static final Pattern ODD = Pattern.compile("[^a-z0-9]+");
    private static final int HASH_DIGITS = 8;

    /** Returns the name of the cell's run directory: readable in part, made unique by a hash of all values, the same wherever it is made. */
    public String id() {
        String hash = Sha256.of(String.join("\n", factors())).substring(0, HASH_DIGITS);
        return String.join("_", word(scaffold), word(policy), competition, "s" + seed, hash);
    }

    /** Returns what the cell says of its run, as options over the scaffold's file and the settings. */
    List<String> options() {
        String profile = model.profile();
        List<String> options = new ArrayList<>(varied(profile == null ? null : located(profile)));
        options.add("agent.policy=" + located(policy));
        options.add("model.name=" + located(model.name()));
        options.removeIf(option -> option.endsWith("=null"));
        return options;
    }

    private List<String> factors() {
        List<String> factors = new ArrayList<>(varied(model.profile()));
        factors.addAll(List.of("scaffold=" + scaffold, "agent.policy=" + policy, "model.name=" + model.name()));
        return factors;
    }

    private List<String> varied(@Nullable String profile) {
        List<String> varied = new ArrayList<>(List.of(
                "agent.pursuit=" + pursuit.name().toLowerCase(Locale.ROOT),
                "agent.competition=" + competition,
                "agent.seed=" + seed,
                "model.profile=" + text(profile),
                "context.tokens=" + text(budget.window()),
                "context.memory-tokens=" + text(budget.memory())));
        if (description == Described.OBFUSCATED) {
            varied.add("environment.obfuscated=true");
        }
        return varied;
    }

    /** Makes a path whole, so that the run can be resumed from another directory; a name stays as it is. */
    private static String located(String name) {
        return name.endsWith(".yaml") ? Path.of(name).toAbsolutePath().toString() : name;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String word(String name) {
        String plain = name.endsWith(".yaml") ? name.substring(name.lastIndexOf('/') + 1, name.length() - 5) : name;
        return ODD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}

package dev.trimtab.benchmark.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A claim of a law that some certificates of a run state and that did not hold in all of them.
 *
 * @param law the law, such as {@code L1}
 * @param claim what was checked, as the certificates have it
 * @param broken certificates in which it did not hold
 * @param of certificates that state it; those of what is kept are not among them
 * @param steps the steps at which it did not hold, each once, ascending
 * @param meaning what that means, in plain words
 */
public record BrokenClaim(String law, String claim, int broken, int of, List<Integer> steps, String meaning) {
    /** Copies the list. */
    public BrokenClaim {
        steps = List.copyOf(steps);
    }

    /** Returns the steps in words, such as {@code step 3} or {@code steps 2 to 5, 9}. */
    public String where() {
        List<String> runs = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (i + 1 == steps.size() || steps.get(i + 1) != steps.get(i) + 1) {
                runs.add(i == from ? steps.get(i).toString() : steps.get(from) + " to " + steps.get(i));
                from = i + 1;
            }
        }
        return (steps.size() == 1 ? "step " : "steps ") + String.join(", ", runs);
    }
}

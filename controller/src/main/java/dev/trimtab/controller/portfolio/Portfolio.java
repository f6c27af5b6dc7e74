package dev.trimtab.controller.portfolio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The hypotheses of one search, in the order in which they were opened. Immutable: every transition returns a new one.
 *
 * @param hypotheses all of them, with distinct ids
 */
public record Portfolio(List<Hypothesis> hypotheses) {
    /** The portfolio of a search that has not begun. */
    public static final Portfolio EMPTY = new Portfolio(List.of());

    /** Copies the list and checks that no id occurs twice. */
    public Portfolio {
        hypotheses = List.copyOf(hypotheses);
        Set<String> ids = new HashSet<>();
        for (Hypothesis hypothesis : hypotheses) {
            if (!ids.add(hypothesis.id())) {
                throw new IllegalArgumentException("hypothesis id '" + hypothesis.id() + "' occurs twice");
            }
        }
    }

    /** Returns the hypothesis of that id, if there is one. */
    public Optional<Hypothesis> find(String id) {
        return hypotheses.stream().filter(h -> h.id().equals(id)).findFirst();
    }

    /** Returns the portfolio with the hypothesis in the place of the one of its id, or added at the end. */
    public Portfolio with(Hypothesis hypothesis) {
        List<Hypothesis> next = new ArrayList<>(hypotheses);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).id().equals(hypothesis.id())) {
                next.set(i, hypothesis);
                return new Portfolio(next);
            }
        }
        next.add(hypothesis);
        return new Portfolio(next);
    }

    /** Returns the portfolio with each hypothesis replaced by its image, which must keep its id. */
    public Portfolio map(UnaryOperator<Hypothesis> change) {
        return new Portfolio(hypotheses.stream().map(change).toList());
    }

    /** Returns the portfolio held as the map says; hypotheses that it does not name stay as they are. */
    public Portfolio heldAs(Map<String, Representation> representations) {
        return map(h -> h.heldAs(representations.getOrDefault(h.id(), h.representation())));
    }

    /** Returns the portfolio after some control steps without evidence on any hypothesis. */
    public Portfolio aged(int steps) {
        return map(h -> h.aged(steps));
    }

    /** Returns the families that have a hypothesis, extinct ones included, in the order in which they were opened. */
    public Set<Family> families() {
        Set<Family> families = new LinkedHashSet<>();
        hypotheses.forEach(h -> families.add(h.family()));
        return families;
    }

    /** Returns the hypotheses by family, families and hypotheses in the order in which they were opened. */
    public Map<Family, List<Hypothesis>> byFamily() {
        Map<Family, List<Hypothesis>> result = new LinkedHashMap<>();
        hypotheses.forEach(
                h -> result.computeIfAbsent(h.family(), f -> new ArrayList<>()).add(h));
        return result;
    }

    /** Returns the tokens that all hypotheses occupy as held now, handles of shadows included. */
    public int tokens() {
        return hypotheses.stream().mapToInt(Hypothesis::tokens).sum();
    }
}

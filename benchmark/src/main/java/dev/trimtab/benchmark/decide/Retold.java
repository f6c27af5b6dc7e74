package dev.trimtab.benchmark.decide;

import dev.trimtab.controller.portfolio.Evidence;
import java.util.List;

/**
 * Looks that a session has had already: a caller that tells the whole history of a hypothesis with every line, or its last value again, has not seen that
 * it failed to rise.
 */
final class Retold {
    private Retold() {}

    /**
     * Returns the looks that are new.
     *
     * @param told what a line tells of one hypothesis, in order
     * @param known what the session knows of all hypotheses
     * @param worked whether the hypothesis was worked on since, so that the same value again is news
     */
    static List<Evidence> left(List<Evidence> told, List<Evidence> known, boolean worked) {
        if (told.isEmpty()) {
            return told;
        }
        String id = told.get(0).hypothesis();
        List<Evidence> before =
                known.stream().filter(look -> look.hypothesis().equals(id)).toList();
        int from = before.size();
        if (from == 0 || (worked && told.size() == 1)) {
            return told;
        }
        if (told.size() >= from && same(told.subList(0, from), before)) {
            return told.subList(from, told.size());
        }
        return same(told, before.subList(from - 1, from)) ? List.of() : told;
    }

    private static boolean same(List<Evidence> told, List<Evidence> known) {
        boolean same = told.size() == known.size();
        for (int i = 0; same && i < told.size(); i++) {
            Evidence one = told.get(i);
            Evidence other = known.get(i);
            same = one.value().equals(other.value()) && one.noise() == other.noise() && one.effort() == other.effort();
        }
        return same;
    }
}

package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.List;

/** Learns promises from what was seen (theory §2, evidence and promise). Pure: the same arguments give the same promises. */
public interface PromiseModel {
    /**
     * Returns the promises of all hypotheses of the portfolio.
     *
     * @param portfolio the hypotheses, whose staleness says how far promises relax to their prior
     * @param evidence all that was seen, in order; entries about hypotheses that the portfolio lacks are not read
     */
    Promises learn(Portfolio portfolio, List<Evidence> evidence);
}

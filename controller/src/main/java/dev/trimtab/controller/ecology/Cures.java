package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import java.util.Set;

/**
 * Which channels of regret are switched off in a counterfactual run (law L10).
 *
 * @param missedFamily adequate families that nobody opened count as recoverable
 * @param alias records always mean what they stand for
 * @param retirement what the budget could have held is never lost by leaving the context
 * @param legacy scores are read as if nothing in the context were legacy
 * @param budget there is room for everything
 * @param model the model reads without error, extrapolates fully, makes what it works on, and every route is fit
 */
record Cures(boolean missedFamily, boolean alias, boolean retirement, boolean legacy, boolean budget, boolean model) {
    static Cures of(Set<Channel> off) {
        return new Cures(
                off.contains(Channel.MISSED_FAMILY),
                off.contains(Channel.COMPRESSION_ALIAS),
                off.contains(Channel.AVOIDABLE_RETIREMENT),
                off.contains(Channel.STALE_LEGACY),
                off.contains(Channel.BUDGET_INFEASIBLE),
                off.contains(Channel.RAW_MODEL));
    }
}

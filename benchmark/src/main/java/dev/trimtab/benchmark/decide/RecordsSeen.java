package dev.trimtab.benchmark.decide;

import dev.trimtab.benchmark.decide.DecideRequest.Route;
import dev.trimtab.controller.policy.RecordWork;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import org.jspecify.annotations.Nullable;

/** What becomes of a record that is worked on, as the caller says or, where it does not, as a session's lines show. */
final class RecordsSeen {
    private RecordsSeen() {}

    /**
     * Returns what is known after another line, which tells only if it states how the hypothesis is held that was worked on. That the whole was brought
     * in once is not forgotten: a record that stays one later may have found no room. What the caller said holds whatever is found.
     *
     * @param before the session so far; null if this is its first line
     * @param found the hypotheses as the line has them
     */
    static RecordWork after(DecideRequest request, @Nullable Session before, Portfolio found) {
        DecideRequest.RecordsWorked said = said(request, before);
        if (said != null || before == null) {
            return said != null ? said.known() : RecordWork.UNSEEN;
        }
        RecordWork known = before.state().demand().records();
        String pursued = before.pursued();
        if (pursued == null || isGuessed(before) || !isStated(request, pursued)) {
            return known;
        }
        Hypothesis worked = before.state().portfolio().find(pursued).orElse(null);
        Hypothesis now = found.find(pursued).orElse(null);
        if (worked == null || now == null || worked.representation() != Representation.COMPRESSED) {
            return known;
        }
        if (now.representation() == Representation.FULL) {
            return RecordWork.BROUGHT_IN;
        }
        boolean stayed = now.representation() == Representation.COMPRESSED && now.tokens() <= worked.tokens();
        return stayed && known == RecordWork.UNSEEN ? RecordWork.IN_PLACE : known;
    }

    /** Returns what the caller says, or said last; null if it never did. */
    static DecideRequest.@Nullable RecordsWorked said(DecideRequest request, @Nullable Session before) {
        return request.recordWork() != null || before == null ? request.recordWork() : before.recordWork();
    }

    /** Whether the last plan may not have been carried out whole: what it was to make a record of may be whole for that. */
    private static boolean isGuessed(Session before) {
        return !before.paceSaid() && before.pace() == DecideRequest.Pace.ALL;
    }

    private static boolean isStated(DecideRequest request, String id) {
        return request.hypotheses() != null
                && request.hypotheses().stream()
                        .filter(route -> route.id().equals(id))
                        .map(Route::representation)
                        .anyMatch(held -> held != null);
    }
}

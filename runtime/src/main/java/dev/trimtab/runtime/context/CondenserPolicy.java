package dev.trimtab.runtime.context;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.config.CondenserConfig;
import dev.trimtab.runtime.config.CondenserConfig.Replacement;
import dev.trimtab.runtime.config.CondenserConfig.Selection;
import dev.trimtab.runtime.config.CondenserConfig.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A history of events cut by OpenHands' condensers, one after the other: the first that forgets anything ends the pipeline, those that cut at every
 * step always do. At most one summary stands in the history, behind the head. An item of which an event is forgotten is not shown at all, since a call
 * without its result, or the other way round, cannot be sent. Under a budget the oldest items go first, whatever the condensers keep; the newest is cut
 * where not even that fits. A cut that frees nothing is not made, so that none repeats without progress.
 */
final class CondenserPolicy implements ContextPolicy {
    /** What stands for an observation that is masked. */
    static final String MASK = "<MASKED>";

    private static final String SUMMARY = "summary";

    /** Where condensers ask nothing. */
    private static final Consultant NOBODY = new Consultant() {
        @Override
        public int room() {
            return 0;
        }

        @Override
        public AiMessage ask(String prompt, @Nullable ToolSpecification function) {
            throw new IllegalStateException("this condenser asks no model");
        }
    };

    private final List<CondenserStage> forgetting;
    private final List<CondenserConfig> everyStep;
    private final boolean records;
    private final SignatureLine line;
    private CondensedHistory history = CondensedHistory.WHOLE;

    /** What the newest plan makes of the history, until it is adopted. */
    private CondensedHistory planned = CondensedHistory.WHOLE;

    /** @param pipeline the condensers, in order */
    CondenserPolicy(List<CondenserConfig> pipeline, SignatureLine line) {
        this.forgetting = pipeline.stream()
                .filter(config -> !config.triggers().contains(Trigger.STEP))
                .map(CondenserStage::new)
                .toList();
        this.everyStep = pipeline.stream()
                .filter(config -> config.triggers().contains(Trigger.STEP))
                .toList();
        this.records = pipeline.stream().anyMatch(config -> config.replacement() == Replacement.RECORDS);
        this.line = line;
    }

    @Override
    public void consult(ContextView view, Consultant consultant) {
        if (mostQuestions() > 0) {
            history = condensed(view, consultant);
        }
    }

    /** The condenser that asks cuts, and ends the pipeline. */
    @Override
    public int mostQuestions() {
        return forgetting.stream().mapToInt(CondenserStage::questions).max().orElse(0);
    }

    @Override
    public ContextPlan plan(ContextView view) {
        planned = mostQuestions() > 0 ? history : condensed(view, NOBODY);
        Set<String> gone = new HashSet<>(planned.forgotten());
        Set<String> masked = new HashSet<>();
        for (CondenserConfig config : everyStep) {
            List<String> visible = EventHistory.visible(view, gone);
            if (config.selection() == Selection.MASK) {
                masked.addAll(visible.subList(0, Math.max(0, visible.size() - config.attentionWindow())));
            } else if (visible.size() > config.maxSize()) {
                int tail = config.maxSize() - config.keepFirst();
                gone.addAll(visible.subList(config.keepFirst(), visible.size() - tail));
            }
        }
        return shown(view, EventHistory.kept(view, gone), masked);
    }

    @Override
    public void adopted(ContextPlan plan, SearchState search) {
        history = planned;
    }

    private CondensedHistory condensed(ContextView view, Consultant consultant) {
        CondensedHistory now = history;
        for (CondenserStage stage : forgetting) {
            boolean progress = true;
            while (progress) {
                CondensedHistory after = stage.after(view, now, wanted(view, now), consultant);
                progress = !after.equals(now) && stage.questions() == 0;
                now = after.equals(now) ? now : after.attended(view);
            }
            if (!now.equals(history)) {
                break;
            }
        }
        return now.attended(view);
    }

    private ContextPlan shown(ContextView view, List<ContextItem> kept, Set<String> masked) {
        String text = text(view, planned);
        ContextItem notes = new ContextItem(SUMMARY, ContextItem.Kind.NOTE, 0, text, null);
        List<ContextItem> items = new ArrayList<>(kept);
        if (!text.isEmpty()) {
            items.add(behindTheHead(view, kept), notes);
        }
        BudgetFill fill =
                new BudgetFill(new ContextView(view.purpose(), items, view.budget(), view.tokens(), view.search()));
        if (!text.isEmpty()) {
            fill.offer(
                    notes,
                    Representation.COMPRESSED,
                    HeadTail.cut(text, Math.max(1, view.budget() - 1), view.tokens()));
        }
        List<ContextItem> newestFirst = new ArrayList<>(kept);
        Collections.reverse(newestFirst);
        fill.offerInOrder(newestFirst, item -> hidden(item, masked), MASK);
        return ContextPlan.of(fill.taken(), wanted(view, kept, text));
    }

    /** Returns where the summary stands: behind the longest head that a condenser keeps. */
    private int behindTheHead(ContextView view, List<ContextItem> items) {
        Set<String> head = new HashSet<>();
        forgetting.forEach(stage -> head.addAll(stage.head(view)));
        int at = 0;
        while (at < items.size() && head.contains(EventHistory.event(items.get(at), 0))) {
            at++;
        }
        return at;
    }

    private static boolean hidden(ContextItem item, Set<String> masked) {
        for (int turn = 0; turn < item.turns().size(); turn++) {
            if (item.turns().get(turn) instanceof Turn.Answered && masked.contains(EventHistory.event(item, turn))) {
                return true;
            }
        }
        return false;
    }

    private int wanted(ContextView view, CondensedHistory condensed) {
        return wanted(view, condensed.kept(view), text(view, condensed));
    }

    private static int wanted(ContextView view, List<ContextItem> items, String summary) {
        return BudgetFill.wanted(view, items) + (summary.isEmpty() ? 0 : BudgetFill.tokens(view, summary));
    }

    private String text(ContextView view, CondensedHistory condensed) {
        if (!records || condensed.summary().isEmpty()) {
            return condensed.summary();
        }
        List<ContextItem> kept = condensed.kept(view);
        StringBuilder text = new StringBuilder();
        view.items().stream()
                .filter(item -> item.attempt() != null && !kept.contains(item))
                .forEach(item -> text.append(line.of(view.search(), item)).append('\n'));
        return text.append(condensed.summary()).toString();
    }
}

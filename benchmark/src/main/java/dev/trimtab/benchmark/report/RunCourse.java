package dev.trimtab.benchmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds a run's log into the rows of its report. */
final class RunCourse {
    private static final String REFOLD = "refold:";
    private static final String OTHER = "(no attempt)";
    private static final double MILLIS = 1000.0;

    private final TextCap cap;
    private final Map<Integer, List<StepRow.Entry>> entries = new TreeMap<>();
    private final Map<Integer, String> pursuits = new TreeMap<>();
    private final Map<Integer, PlanRow> plans = new TreeMap<>();
    private final Map<Integer, Set<JsonNode>> decisions = new TreeMap<>();
    private final Map<String, String> families = new LinkedHashMap<>();
    private final List<AttemptRow> attempts = new ArrayList<>();
    private final List<Event.Verified> verified = new ArrayList<>();
    private Event.@Nullable Selected selected;
    private @Nullable String ended;
    private String output = "";
    private long tokens;

    /** @param cap bounds the texts */
    RunCourse(TextCap cap, List<Event> events) {
        this.cap = cap;
        events.forEach(this::take);
    }

    List<AttemptRow> attempts() {
        return List.copyOf(attempts);
    }

    List<Event.Verified> verified() {
        return List.copyOf(verified);
    }

    /** Returns what was chosen in the end, or null before that. */
    Event.@Nullable Selected selected() {
        return selected;
    }

    /** Returns why the run ended, or null before that. */
    @Nullable String ended() {
        return ended;
    }

    List<StepRow> steps() {
        return entries.entrySet().stream()
                .map(step -> new StepRow(step.getKey(), pursuits.get(step.getKey()), List.copyOf(step.getValue())))
                .toList();
    }

    List<PlanRow> plans() {
        return plans.values().stream()
                .map(plan -> new PlanRow(
                        plan.step(),
                        plan.budget(),
                        plan.wanted(),
                        plan.granted(),
                        plan.held(),
                        plan.readings(),
                        List.copyOf(decisions.getOrDefault(plan.step(), Set.of()))))
                .toList();
    }

    private void take(Event event) {
        if (event instanceof Event.StepStarted started) {
            pursuits.put(started.step(), started.pursuit());
            decide(started.step(), started.decisions());
            output = "";
        } else if (event instanceof Event.ContextPlanned plan) {
            plan(plan);
        } else if (event instanceof Event.ModelCalled call) {
            tokens += call.inputTokens() + call.outputTokens();
            add(call.step(), StepRow.Kind.CALL, title(call), ModelReply.text(call.reply()), null);
        } else if (event instanceof Event.Executed executed) {
            output = executed.purpose().startsWith(REFOLD) ? output : executed.output();
            add(executed.step(), StepRow.Kind.RUN, title(executed), executed.output(), null);
        } else if (event instanceof Event.ToolUsed tool) {
            add(tool.step(), StepRow.Kind.TOOL, tool.tool(), tool.input(), tool.observation());
        } else if (event instanceof Event.Attempted attempted) {
            attempt(attempted);
        } else if (event instanceof Event.Verified verdict) {
            verified.add(verdict);
        } else {
            remark(event);
        }
    }

    private void remark(Event event) {
        if (event instanceof Event.Noticed noticed) {
            add(noticed.step(), StepRow.Kind.NOTICE, "notice", noticed.text(), null);
        } else if (event instanceof Event.ModelFailed failed) {
            add(failed.step(), StepRow.Kind.NOTICE, "a model call failed", failed.cause(), null);
        } else if (event instanceof Event.BudgetReached reached) {
            String text = reached.budget() + ": " + reached.value() + " of " + reached.limit();
            add(reached.step(), StepRow.Kind.NOTICE, "a budget was reached", text, null);
        } else if (event instanceof Event.Selected chosen) {
            selected = chosen;
        } else if (event instanceof Event.RunEnded end) {
            ended = end.reason();
        }
    }

    private void attempt(Event.Attempted attempted) {
        Attempt attempt = attempted.attempt();
        families.put(attempt.id(), attempted.family());
        attempts.add(new AttemptRow(
                AttemptRow.Outline.of(attempt),
                attempted.family(),
                attempted.familySource(),
                cap.of(attempt.code()),
                cap.of(output),
                cap.of(attempt.plan()),
                cap.of(attempt.analysis()),
                tokens));
    }

    private void plan(Event.ContextPlanned plan) {
        Map<String, Map<String, Integer>> held = new TreeMap<>();
        plan.representations()
                .forEach((item, form) -> held.computeIfAbsent(
                                families.getOrDefault(item, OTHER), family -> new TreeMap<>())
                        .merge(form, 1, Integer::sum));
        plans.put(
                plan.step(),
                new PlanRow(
                        plan.step(), plan.budget(), plan.wanted(), plan.granted(), held, plan.readings(), List.of()));
        decide(plan.step(), plan.decisions());
    }

    /** A step may ask more than once and then decide the same again, which is shown once. */
    private void decide(int step, List<JsonNode> made) {
        for (JsonNode decision : made) {
            if (!decision.path("type").asText().equals("keep")) {
                decisions.computeIfAbsent(step, any -> new LinkedHashSet<>()).add(decision);
            }
        }
    }

    private void add(int step, StepRow.Kind kind, String title, String text, @Nullable String result) {
        entries.computeIfAbsent(step, any -> new ArrayList<>())
                .add(new StepRow.Entry(kind, title, cap.of(text), result == null ? null : cap.of(result)));
    }

    private static String title(Event.ModelCalled call) {
        return String.format(
                Locale.ROOT,
                "%s: %d%s tokens in, %d out, %.1f s",
                call.purpose(),
                call.inputTokens(),
                call.estimated() ? " (estimated)" : "",
                call.outputTokens(),
                call.elapsedMillis() / MILLIS);
    }

    private static String title(Event.Executed executed) {
        String how = executed.violation() != null
                ? "stopped: " + executed.violation().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "exit " + executed.exitCode();
        String time = executed.savedMillis() > 0
                ? "from the cache"
                : String.format(Locale.ROOT, "%.1f s", executed.elapsedMillis() / MILLIS);
        return executed.purpose() + ": " + how + ", " + time
                + (executed.score() == null ? "" : ", scored " + executed.score());
    }
}

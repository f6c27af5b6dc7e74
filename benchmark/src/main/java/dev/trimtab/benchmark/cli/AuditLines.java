package dev.trimtab.benchmark.cli;

import com.google.errorprone.annotations.FormatMethod;
import dev.trimtab.benchmark.audit.CertificateAudit;
import dev.trimtab.benchmark.audit.FamilyStory;
import dev.trimtab.benchmark.audit.LockIn;
import dev.trimtab.benchmark.audit.PromptAudit;
import dev.trimtab.benchmark.audit.ResetStory;
import dev.trimtab.benchmark.audit.Retirements;
import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.benchmark.audit.StepLosses;
import dev.trimtab.benchmark.audit.Window;
import dev.trimtab.runtime.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An audit as lines to read, its verdict last. */
final class AuditLines {
    private static final int PERCENT = 100;

    private final List<String> lines = new ArrayList<>();

    private AuditLines() {}

    static List<String> of(RunAudit audit) {
        AuditLines text = new AuditLines();
        text.add("steps count from 0 here, as in the log");
        text.prompts(audit.prompts());
        if (audit.certificates().certificates() > 0) {
            text.certificates(audit.certificates());
            text.retirements(audit.retirements());
            text.estimates(audit);
        }
        audit.families().forEach(text::family);
        text.steps(audit);
        text.resets(audit);
        text.lockIn(audit);
        audit.windows().forEach(text::window);
        text.add("in place of the channels of regret (L10; only counterfactual runs could measure them):");
        audit.channels()
                .forEach(proxy -> text.add(
                        "  %s: %d of %d %s",
                        proxy.channel().name().toLowerCase(Locale.ROOT), proxy.count(), proxy.of(), proxy.shown()));
        text.add("findings (proxies read from the log):");
        audit.findings().forEach(finding -> text.add("  %s", finding));
        text.add("%s", audit.verdict().paragraph());
        return text.lines;
    }

    private void prompts(PromptAudit prompts) {
        add("budget bound in %d of %d prompts", prompts.bound(), prompts.plans());
        if (prompts.contamination() != null) {
            add(
                    "contamination (L1): at most %.3f, at or above its threshold in %s",
                    prompts.contamination(), Counted.of(prompts.aboveThreshold(), "prompt"));
            add(
                    "feasibility (L4): budget too small for the aim in %s; aim beyond any budget in %d",
                    Counted.of(prompts.infeasible(), "prompt"), prompts.unreachable());
        }
    }

    private void certificates(CertificateAudit made) {
        add("decisions: %s", made.decisions());
        if (made.broken().isEmpty()) {
            add("certificates that do not hold: none");
        } else {
            add("certificates that do not hold (warnings that the run went on with, no errors):");
            made.broken()
                    .forEach(broken -> add(
                            "  law %s%s: %d of %d, at %s: %s",
                            broken.law(),
                            broken.claim().isEmpty() ? "" : ", " + broken.claim(),
                            broken.broken(),
                            broken.of(),
                            broken.where(),
                            broken.meaning()));
        }
        add(
                "certificates checked again: %d recomputed, %d compared, %d wrong",
                made.recomputed(), made.compared(), made.wrong());
        add(
                "certificates: %d, of them resting on an assumed number: %d (inputs: %d, of them assumed: %d)",
                made.certificates(), made.restingOnAssumed(), made.inputs(), made.assumed());
    }

    private void retirements(Retirements made) {
        add(
                "retirements (L2): %d, of them admissible: %d; neither admitted nor seen again: %d",
                made.all(), made.admissible(), made.lost());
    }

    private void estimates(RunAudit audit) {
        audit.estimates()
                .forEach(e -> add(
                        "%s: %.3f %s (before: %.3f) from %d %s",
                        e.symbol(), e.value(), e.provenance(), e.prior(), e.observations(), e.from()));
    }

    private void family(FamilyStory family) {
        add(
                "family %s: %s in %s (%s); last in a prompt %s, last recoverable %s%s",
                family.family(),
                Counted.of(family.attempts().size(), "attempt"),
                steps(family.firstTried(), family.lastTried()),
                String.join(", ", family.attempts()),
                at(family.lastInContext()),
                at(family.lastRecoverable()),
                family.recoverableAtEnd() ? " (the last prompt)" : "");
    }

    private void steps(RunAudit audit) {
        StepLosses losses = audit.losses();
        add(
                "agent steps lost: %s of %d (time-outs %d, invalid actions %d, no action to be read %d); done before with the same outcome: %d (%d after a prompt that could not hold all); asked again: %s",
                share(losses.lost(), losses.steps()),
                losses.steps(),
                losses.timedOut(),
                losses.invalid(),
                losses.unread(),
                losses.idle(),
                losses.idleBound(),
                Counted.of(losses.askedAgain(), "time"));
        add("failed attempts: %s", audit.faults());
        add(
                "repeated programs: %d that the prompt no longer told of, %d that it told of",
                audit.repeats().forgotten(), audit.repeats().remembered());
    }

    /** A policy without laws makes none. */
    private void resets(RunAudit audit) {
        if (audit.resets().isEmpty() && audit.certificates().certificates() > 0) {
            add("resets: none");
        }
        audit.resets().forEach(this::reset);
    }

    private void reset(ResetStory reset) {
        add(
                "reset at step %d (certificate %s): contamination %s to %s; then %s, %s, best own score %s to %s%s",
                reset.step(),
                reset.holds() ? "holds" : "does not hold",
                score(reset.contaminationBefore()),
                score(reset.contaminationAfter()),
                Counted.of(reset.attempts(), "attempt"),
                Counted.of(reset.newFamilies(), "new family", "new families"),
                score(reset.bestBefore()),
                score(reset.bestAfter()),
                reset.improved() ? " (better)" : "");
    }

    private void lockIn(RunAudit audit) {
        LockIn row = audit.lockIn();
        if (row != null) {
            add(
                    "lock-in (proxy: longest row without anything better on one family): %s on %s, %s",
                    Counted.of(row.attempts(), "attempt"), row.family(), steps(row.from(), row.to()));
        } else if (!audit.families().isEmpty()) {
            add("lock-in (proxy: longest row without anything better on one family): none of two attempts or more");
        }
    }

    private void window(Window window) {
        add(
                "verification at step %d: %s (%s) own %s strong %s; %d of %d families still held",
                window.step(),
                window.attempt(),
                window.family(),
                score(window.own()),
                window.strong() == null ? "failed" : score(window.strong()),
                window.familiesHeld(),
                window.familiesTried());
    }

    @FormatMethod
    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private static String share(int count, int of) {
        return of == 0
                ? "0"
                : String.format(Locale.ROOT, "%d (%d %%)", count, Math.round((double) PERCENT * count / of));
    }

    private static String score(@Nullable Double value) {
        return value == null ? "none" : ProgressLines.number(value);
    }

    private static String steps(int from, int to) {
        return from == to ? "step " + from : "steps " + from + " to " + to;
    }

    private static String at(@Nullable Integer step) {
        return step == null ? "never" : "at step " + step;
    }
}

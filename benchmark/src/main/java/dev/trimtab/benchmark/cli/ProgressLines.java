package dev.trimtab.benchmark.cli;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.run.RunListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows a run's progress, a line a step. */
final class ProgressLines implements RunListener {
    private final PrintWriter out;
    private final String prefix;

    /** @param prefix begins every line, such as the policy's name */
    ProgressLines(PrintWriter out, String prefix) {
        this.out = out;
        this.prefix = prefix;
    }

    @Override
    public void stepped(Progress progress) {
        Attempt attempt = progress.attempt();
        StringBuilder line = new StringBuilder(prefix);
        line.append(String.format(
                Locale.ROOT,
                "step %2d/%d  %-7s best %-9s",
                progress.step(),
                progress.steps(),
                progress.did(),
                progress.best() == null ? "-" : number(progress.best())));
        if (progress.wanted() >= 0) {
            line.append(String.format(Locale.ROOT, "  tokens %d of %d", progress.granted(), progress.wanted()));
        }
        Double contamination = progress.readings().get("contamination");
        if (contamination != null) {
            line.append(String.format(
                    Locale.ROOT,
                    "  contamination %.2f  families alive %.0f",
                    contamination,
                    progress.readings().getOrDefault("families-alive", 0.0)));
        }
        print(attempt == null ? line.toString() : line + "  " + outcome(attempt));
    }

    @Override
    public void noticed(String text) {
        print(prefix + text);
    }

    private synchronized void print(String line) {
        out.println(line.stripTrailing());
        out.flush();
    }

    static String outcome(Attempt attempt) {
        if (attempt.fault() == null) {
            return attempt.score() == null ? "ran" : "scored " + number(attempt.score());
        }
        return attempt.error() != null
                ? attempt.error()
                : attempt.fault().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }
}

package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.contamination.Breach;
import dev.trimtab.benchmark.contamination.Contamination;
import dev.trimtab.benchmark.contamination.Likeness;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contamination}: whether a run's solutions were copied, and whether its agent broke rules. */
@Command(
        name = "contamination",
        mixinStandardHelpOptions = true,
        description = {
            "Compares a run's programs with known ones and lists lines that may break a rule.",
            "These are signs for people to look at, no verdict."
        })
public final class ContaminationCommand implements Callable<Integer> {
    private static final String JAVA = "Solution.java";
    private static final String PYTHON = "solution.py";

    @Parameters(index = "0", paramLabel = "DIR", description = "The run's directory.")
    private Path directory = Path.of("");

    @Option(
            names = "--known",
            paramLabel = "DIR",
            description = "Programs that may have been copied (.py, .java, .ipynb), such as the best public notebooks.")
    private @Nullable Path known;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "Similarity from which on a program is suspect (default: ${DEFAULT-VALUE}, MLE-bench's).")
    private double threshold = Contamination.MLE_BENCH;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new UserError("--threshold must be between 0 and 1 but was " + threshold);
        }
        RunDirectory run = new RunDirectory(directory.toAbsolutePath());
        List<Event> events = JournalReader.read(run.events()).events();
        Contamination found = Contamination.of(events, solutionFile(run, events), known, threshold);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ReportJson.of(found));
        } else {
            print(found, out);
        }
        out.flush();
        return 0;
    }

    /** Returns the name of the file that a run's programs are run as. */
    static String solutionFile(RunDirectory run, List<Event> events) {
        return events.stream()
                        .filter(Event.Attempted.class::isInstance)
                        .anyMatch(attempted ->
                                Files.isRegularFile(run.step(attempted.step()).resolve(JAVA)))
                ? JAVA
                : PYTHON;
    }

    private static void print(Contamination found, PrintWriter out) {
        if (found.compared() == 0) {
            out.println("copying: nothing to compare with; name a folder of known programs by --known");
        } else {
            Likeness submission = found.submission();
            out.println("copying: compared with " + found.compared() + " known programs; "
                    + (submission == null ? "nothing was submitted" : "the submitted program is " + told(submission)));
            found.suspects()
                    .forEach(suspect -> out.println("  suspect: " + suspect.leftFile() + " is " + told(suspect)));
        }
        out.println("rules: " + Counted.of(found.breaches().size(), "line") + " may break one");
        for (Breach breach : found.breaches()) {
            out.println("  step " + breach.step() + ", " + breach.where() + ", " + breach.rule() + " (" + breach.about()
                    + "): " + breach.line());
        }
    }

    private static String told(Likeness likeness) {
        return String.format(
                Locale.ROOT,
                "%.0f %% like %s (%.0f %% of it is there too)",
                100 * likeness.similarity(),
                likeness.rightFile(),
                100 * likeness.contained());
    }
}

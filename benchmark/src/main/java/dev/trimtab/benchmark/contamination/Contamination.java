package dev.trimtab.benchmark.contamination;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run's log shows of copying and of broken rules. Signs for people to look at, no verdict.
 *
 * @param compared known programs that solutions were compared with; 0 if none were given
 * @param threshold similarity from which on a pair is listed as suspect
 * @param submission the likeness of the submitted program to the known program most like it; null if nothing was compared or submitted
 * @param suspects attempts at or above the threshold with the known program most like each, most alike first
 * @param breaches lines that may break a rule
 */
public record Contamination(
        int compared, double threshold, @Nullable Likeness submission, List<Likeness> suspects, List<Breach> breaches) {
    /** MLE-bench's: above it a solution is looked at by people. */
    public static final double MLE_BENCH = 0.6;

    /** Copies the lists. */
    public Contamination {
        suspects = List.copyOf(suspects);
        breaches = List.copyOf(breaches);
    }

    /**
     * Reads a run's log.
     *
     * @param events the log
     * @param solutionFile name of the programs' file, which tells their language
     * @param known a folder of programs that may have been copied; null for none
     * @param threshold in [0,1]
     * @throws dev.trimtab.runtime.UserError if the folder holds nothing to compare with
     */
    public static Contamination of(List<Event> events, String solutionFile, @Nullable Path known, double threshold) {
        List<Breach> breaches = Breach.in(events, Rule.builtIn());
        if (known == null) {
            return new Contamination(0, threshold, null, List.of(), breaches);
        }
        KnownPrograms programs = KnownPrograms.in(known);
        CodeLanguage language = CodeLanguage.ofFile(solutionFile).orElse(CodeLanguage.PYTHON);
        String chosen = events.stream()
                .filter(Event.Selected.class::isInstance)
                .map(event -> ((Event.Selected) event).attempt())
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElse(null);
        Likeness submission = null;
        List<Likeness> suspects = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Attempted attempted) {
                Attempt attempt = attempted.attempt();
                Likeness most = programs.alike(attempt.id() + "/" + solutionFile, language, attempt.code())
                        .get(0);
                submission = attempt.id().equals(chosen) ? most : submission;
                if (most.similarity() >= threshold) {
                    suspects.add(most);
                }
            }
        }
        suspects.sort(Comparator.comparingDouble(Likeness::similarity).reversed());
        return new Contamination(programs.fingerprints().size(), threshold, submission, suspects, breaches);
    }
}

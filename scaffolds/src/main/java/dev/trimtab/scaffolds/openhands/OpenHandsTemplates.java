package dev.trimtab.scaffolds.openhands;

import dev.trimtab.scaffolds.prompt.SpokenDuration;
import dev.trimtab.scaffolds.prompt.Wording;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wording of OpenHands' prompts, with words in braces to be filled in; {@code prompts.yaml} says which.
 *
 * @param system who the agent is and how it works, a line each
 * @param planning added where there is a list of tasks
 * @param first leads over to the problem
 * @param direction what to work on
 * @param left ends each request where what is left is told
 * @param goOn the answer to a reply without a call
 * @param cutReply what is told after a reply that was cut at its length limit
 * @param patientShell what the shell does where a command may run on while the model is asked
 * @param tools by name, what each tool does
 * @param functions how calls are written where they are no functions
 * @param example a call so written
 */
record OpenHandsTemplates(
        List<String> system,
        String planning,
        String first,
        String direction,
        String left,
        String goOn,
        String cutReply,
        String patientShell,
        Map<String, String> tools,
        String functions,
        String example) {
    private static final Set<String> WORDS =
            Set.of("language", "metric", "better", "limit", "packages", "direction", "directory", "steps-left");
    private static final Set<String> QUIET = Set.of("quiet");

    /** Checks that only words that exist are to be filled in. */
    OpenHandsTemplates {
        Wording.allow(WORDS)
                .in("system", system)
                .in("planning", planning)
                .in("first", first)
                .in("direction", direction)
                .in("left", left)
                .in("go-on", goOn)
                .in("cut-reply", cutReply)
                .in("functions", functions)
                .in("example", example);
        Wording.allow(QUIET).in("patient-shell", patientShell);
        Wording.allowNone().in("tools", tools);
    }

    /** Returns what each tool does where a command that prints nothing for so long runs on while the model is asked. */
    Map<String, String> patientTools(Duration quiet) {
        Map<String, String> patient = new LinkedHashMap<>(tools);
        patient.put(ToolSet.SHELL, Wording.fill(patientShell, Map.of("quiet", SpokenDuration.of(quiet))));
        return patient;
    }
}

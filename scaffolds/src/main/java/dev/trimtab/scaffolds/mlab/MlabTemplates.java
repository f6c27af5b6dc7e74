package dev.trimtab.scaffolds.mlab;

import dev.trimtab.scaffolds.prompt.Wording;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wording of MLAB's prompts, with words in braces to be filled in; {@code prompts.yaml} says which.
 *
 * @param role the opening
 * @param tools by name, what each tool is for
 * @param rules what the agent has to keep to, a line each
 * @param entries by name, what each entry of a reply holds
 * @param format leads over to the entries
 * @param start the last line before there are more steps than fit
 * @param complaint follows a reply that cannot be read
 * @param complaintReason ends a complaint with the reason
 * @param cutReply ends what is said of a reply that was cut at its length limit
 * @param badInput the observation after an input that cannot be read
 * @param left ends an observation
 * @param leftWithTime ends an observation where durations are shown
 * @param summarisePart sums up a part of an observation
 * @param summariseParts sums up those summaries
 * @param understandPart reads a part of a file
 * @param understandParts puts those readings together
 * @param edit changes a script
 * @param editFormat how to answer with a script
 * @param logStep sums up a step
 * @param retrieve looks something up in the log
 * @param reflect thinks something over
 */
record MlabTemplates(
        String role,
        Map<String, Tool> tools,
        List<String> rules,
        Map<String, String> entries,
        String format,
        String start,
        String complaint,
        String complaintReason,
        String cutReply,
        String badInput,
        String left,
        String leftWithTime,
        String summarisePart,
        String summariseParts,
        String understandPart,
        String understandParts,
        String edit,
        String editFormat,
        String logStep,
        String retrieve,
        String reflect) {

    /**
     * What a tool is for.
     *
     * @param does what it does
     * @param inputs by key, what to give
     * @param returns what is observed
     */
    record Tool(String does, Map<String, String> inputs, String returns) {}

    private static final Set<String> WORDS = Set.of(
            "language",
            "file",
            "metric",
            "better",
            "limit",
            "packages",
            "steps",
            "steps-left",
            "time-left",
            "direction",
            "entries",
            "action",
            "usage",
            "text",
            "file-name",
            "looked-for",
            "instruction",
            "plan",
            "part",
            "parts",
            "wrong");

    /** Checks that only words that exist are to be filled in. */
    MlabTemplates {
        Wording.allow(WORDS)
                .in("role", role)
                .in("format", format)
                .in("start", start)
                .in("complaint", complaint)
                .in("complaint-reason", complaintReason)
                .in("cut-reply", cutReply)
                .in("bad-input", badInput)
                .in("left", left)
                .in("left-with-time", leftWithTime)
                .in("summarise-part", summarisePart)
                .in("summarise-parts", summariseParts)
                .in("understand-part", understandPart)
                .in("understand-parts", understandParts)
                .in("edit", edit)
                .in("edit-format", editFormat)
                .in("log-step", logStep)
                .in("retrieve", retrieve)
                .in("reflect", reflect)
                .in("rules", rules);
        Wording.Check plain = Wording.allowNone().in("entries", entries);
        tools.forEach((name, tool) -> plain.in("tools." + name + ".does", tool.does())
                .in("tools." + name + ".inputs", tool.inputs())
                .in("tools." + name + ".returns", tool.returns()));
    }
}

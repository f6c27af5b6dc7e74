package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.ToolException;

/** What MLAB's agent writes down for later: one entry a step, in memory and as a file in the work directory. */
final class ResearchLog {
    private static final String FILE = "research_log.log";

    private final MlabPrompts prompts;
    private final StringBuilder text = new StringBuilder();

    ResearchLog(MlabPrompts prompts) {
        this.prompts = prompts;
    }

    /** Returns the whole log. */
    String text() {
        return text.toString();
    }

    /** Adds an entry. */
    String append(RunContext context, String content) throws ToolException {
        text.append("Step ")
                .append(context.step())
                .append(":\n")
                .append(content.strip())
                .append("\n\n");
        context.files().write(FILE, text.toString());
        return "The research log was updated.";
    }

    /** Has a step summed up and adds the summary. */
    void add(RunContext context, String step) throws ToolException {
        append(context, LongText.ask(context, prompts.logStep(step)));
    }

    /** Returns what the log says of a plan, by a model. */
    String retrieve(RunContext context, String plan) {
        return LongText.ask(context, prompts.retrieve(plan, text()));
    }
}

package dev.trimtab.scaffolds.mlab;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.attempt.ScriptAttempts;
import dev.trimtab.scaffolds.prompt.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** MLAB's loop: ask for the next action, carry it out, sum up what it shows where that is long. One step carries out one action. */
final class MlabAgent implements Agent {
    /** What is told once the work has ended. */
    static final String SHUT_DOWN = "The work has ended; nothing can be done any more.";

    /** Characters up to which an observation is shown as it is. */
    private static final int OBSERVATION = 5000;

    /** Blocks of an observation that are summed up. */
    private static final int BLOCKS = 100;

    private final MlabConfig config;
    private final MlabPrompts prompts;
    private final LenientReply replies;
    private final ScriptAttempts attempts = new ScriptAttempts();
    private final ScriptRuns runs = new ScriptRuns(attempts);
    private final ResearchLog log;
    private final MlabTools tools;
    private final MlabRecord record;
    private final List<MlabStep> history = new ArrayList<>();
    private boolean lastWasCut;
    private boolean ended;

    /** What came of an action. */
    private record Outcome(String observation, @Nullable Attempt attempt) {}

    MlabAgent(Task task, MlabConfig config, boolean showTime) {
        this.config = config;
        this.prompts =
                new MlabPrompts(task, config.showLeft(), showTime, Wording.load(MlabTemplates.class, config.prompts()));
        this.replies = new LenientReply(prompts.entries());
        this.log = new ResearchLog(prompts);
        this.tools = new MlabTools(prompts, attempts, log);
        this.record = new MlabRecord(task);
    }

    @Override
    public StepResult step(RunContext context) {
        if (ended) {
            return new StepResult("shut down", null, 0, SHUT_DOWN);
        }
        boolean looksUp = config.retrieval() && history.size() > config.maxStepsInContext();
        Optional<MlabReply> reply = ask(context, looksUp);
        if (reply.isEmpty()) {
            return new StepResult(
                    "no reply", null, 0, "no valid response after " + Counted.of(config.maxRetries(), "try", "tries"));
        }
        boolean spent = config.strictCompat() && looksUp && context.stepsLeft() == 1;
        MlabStep step = act(context, reply.get(), spent);
        if (!step.unread()) {
            history.removeIf(MlabStep::unread);
        }
        history.add(step);
        record.add(step);
        boolean logged = config.retrieval() && !ended && logged(context, step);
        int extra = config.strictCompat() ? extra(context, looksUp, logged) : 0;
        String did = step.action() == null ? "unread input" : step.action().title();
        return new StepResult(did, step.attempt(), extra, ended ? StepResult.FINISHED : null);
    }

    /** Returns the steps that the log costs beside the action; one that comes after the last step is refused in the original, and so costs none. */
    private static int extra(RunContext context, boolean looksUp, boolean logged) {
        return Math.min((looksUp ? 1 : 0) + (logged ? 1 : 0), context.stepsLeft() - 1);
    }

    @Override
    public List<ContextItem> memory() {
        return history.stream().map(MlabStep::item).toList();
    }

    @Override
    public void export(Path directory) {
        record.write(directory);
    }

    /** Asks until a reply can be read; what could not be read is complained of, and not shown again. */
    private Optional<MlabReply> ask(RunContext context, boolean looksUp) {
        List<ContextItem> items = new ArrayList<>();
        if (looksUp) {
            items.add(new ContextItem(
                    "digest-" + context.step(),
                    ContextItem.Kind.NOTE,
                    context.step(),
                    "Here is a summary of the research log:\n" + log.retrieve(context, ""),
                    null));
        }
        items.addAll(memory());
        boolean begin = history.size() <= config.maxStepsInContext();
        String direction = direction(context.pursuit());
        List<String> complaints = new ArrayList<>();
        while (complaints.size() < config.maxRetries()) {
            ChatResponse response = context.chat(prompts.act(context, items, begin, complaints, direction));
            lastWasCut = response.finishReason() == FinishReason.LENGTH && !config.strictCompat();
            String text = response.aiMessage().text();
            LenientReply.Reading reading = reading(text == null ? "" : text);
            if (reading.reply().isPresent()) {
                return reading.reply();
            }
            complaints.add(prompts.complaint(reading.wrong(), lastWasCut));
        }
        return Optional.empty();
    }

    /** Headers in the middle of a line are read as the original does. */
    private LenientReply.Reading reading(String text) {
        LenientReply.Reading lenient =
                config.strictCompat() ? new LenientReply.Reading(Optional.empty(), "") : replies.read(text);
        return new LenientReply.Reading(
                lenient.reply()
                        .or(() -> MlabReply.read(text, prompts.entries())
                                .filter(read -> MlabAction.of(read.get(MlabReply.ACTION))
                                        .isPresent())),
                lenient.wrong());
    }

    private @Nullable String direction(Pursuit pursuit) {
        if (pursuit instanceof Pursuit.OpenFamily open) {
            return open.reason();
        }
        String script = pursuit instanceof Pursuit.WorkOn work ? attempts.script(work.attempt()) : null;
        return script == null ? null : "go on from the script " + script;
    }

    /** @param spent whether the look into the log took the last step, after which the original's environment carries nothing out */
    private MlabStep act(RunContext context, MlabReply reply, boolean spent) {
        MlabAction action = MlabAction.of(reply.get(MlabReply.ACTION)).orElseThrow();
        Optional<Map<String, String>> input = ActionInput.read(reply.get(MlabReply.INPUT), action.keys());
        if (input.isEmpty()) {
            String complaint = prompts.badInput(action, lastWasCut);
            return new MlabStep(context.step(), reply, null, Map.of(), complaint, complaint, null);
        }
        Outcome outcome = spent && action != MlabAction.FINAL_ANSWER
                ? new Outcome(SHUT_DOWN, null)
                : outcome(context, action, input.get(), reply);
        context.observed(action.title(), reply.get(MlabReply.INPUT), outcome.observation());
        return new MlabStep(
                context.step(),
                reply,
                action,
                input.get(),
                outcome.observation(),
                shown(context, reply, outcome.observation()),
                outcome.attempt());
    }

    private Outcome outcome(RunContext context, MlabAction action, Map<String, String> input, MlabReply reply) {
        try {
            if (action == MlabAction.FINAL_ANSWER) {
                ended = true;
                return new Outcome("", null);
            }
            if (action == MlabAction.EXECUTE) {
                ScriptRuns.Run run = runs.run(context, input.getOrDefault("script_name", ""), plan(reply));
                return new Outcome(run.observation(), run.attempt());
            }
            return new Outcome(tools.run(context, action, input), null);
        } catch (ToolException e) {
            return new Outcome("EnvError: " + e.getMessage(), null);
        }
    }

    private static String plan(MlabReply reply) {
        String thought = reply.get(MlabReply.THOUGHT);
        return thought.isBlank() ? reply.get(MlabReply.PLAN) : thought;
    }

    private String shown(RunContext context, MlabReply reply, String observation) {
        String text = observation.length() <= OBSERVATION
                ? observation
                : LongText.read(
                        context,
                        observation,
                        BLOCKS,
                        (part, parts, block) -> prompts.summarisePart(reply.text(), part, parts, block),
                        parts -> prompts.summariseParts(reply.text(), parts));
        return config.showLeft() ? text + "\n" + prompts.left(context) : text;
    }

    private boolean logged(RunContext context, MlabStep step) {
        try {
            log.add(context, step.item().text());
            return true;
        } catch (ToolException hidden) {
            // A program put something else in the file's place; the agent reads the log itself, which has the entry.
            return true;
        }
    }
}

package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.Surrogates;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenHands' loop: carry out the calls of the last reply one by one, else ask for the next reply. One step carries out one action. */
final class CodeActAgent implements Agent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenHandsConfig config;
    private final OpenHandsPrompts prompts;
    private final ToolSet tools;
    private final ScriptAttempts attempts = new ScriptAttempts();
    private final ShellTool shell;
    private final EditorTool editor = new EditorTool();
    private final TaskList tasks = new TaskList();
    private final StuckDetector detector = new StuckDetector();
    private final Trajectory trajectory;
    private final List<Happening> history = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private String lastWords = "";
    private @Nullable String ended;

    /**
     * A call that is yet to be carried out.
     *
     * @param reply what tells its reply from others
     * @param thought the reply's words, for its first call
     * @param call the call
     * @param written the whole reply where calls are written into text, else empty
     * @param wrong why it cannot be read, empty if it can
     */
    private record Pending(String reply, String thought, ToolCall call, String written, String wrong) {}

    /** What came of an action. */
    private record Outcome(
            String observation,
            boolean failed,
            @Nullable Integer exitCode,
            boolean held,
            @Nullable Attempt attempt) {
        static Outcome of(String observation) {
            return new Outcome(observation, false, null, false, null);
        }
    }

    /** @param showTime whether what happens may depend on how long a command takes; else every command runs to its end */
    CodeActAgent(Task task, OpenHandsConfig config, boolean showTime) {
        this.config = config;
        OpenHandsTemplates templates = Wording.load(OpenHandsTemplates.class, config.prompts());
        this.tools = ToolSet.of(
                showTime ? templates.patientTools(ShellTool.QUIET) : templates.tools(),
                config.planMode(),
                config.checkSubmission());
        this.prompts = new OpenHandsPrompts(task, config, templates, tools);
        this.shell = new ShellTool(config.shellTimeout(), showTime ? ShellTool.QUIET : null, attempts);
        this.trajectory = new Trajectory(task);
    }

    @Override
    public StepResult step(RunContext context) {
        if (ended != null) {
            return new StepResult("ended", null, 0, ended);
        }
        if (config.stuckDetection() && detector.stuck()) {
            ended = "agent stuck in a loop";
            return new StepResult("stuck", null, 0, ended);
        }
        if (pending.isEmpty()) {
            ask(context);
        }
        Pending next = pending.poll();
        return next == null ? wentOn(context) : carriedOut(context, next);
    }

    @Override
    public List<ContextItem> memory() {
        return history.stream().map(Happening::item).toList();
    }

    @Override
    public void export(Path directory) {
        trajectory.write(directory);
    }

    private void ask(RunContext context) {
        AiMessage message = context.chat(prompts.act(context, memory(), direction(context.pursuit())))
                .aiMessage();
        String text = message.text() == null ? "" : message.text().strip();
        lastWords = text;
        String reply = "reply-" + context.step();
        if (!config.functionCalling()) {
            FunctionText.read(text)
                    .ifPresent(w -> pending.add(new Pending(reply, w.thought(), w.call(), w.whole(), "")));
            return;
        }
        for (ToolExecutionRequest request : message.toolExecutionRequests()) {
            String thought = pending.isEmpty() ? text : "";
            Optional<ObjectNode> arguments = arguments(request.arguments());
            pending.add(new Pending(
                    reply,
                    thought,
                    new ToolCall(request.name(), arguments.orElseGet(JSON::createObjectNode)),
                    "",
                    arguments.isPresent() ? "" : "the arguments are no JSON object: " + request.arguments()));
        }
    }

    /** Invalid JSON is an observation for the agent, and none at all is an empty object. */
    private static Optional<ObjectNode> arguments(@Nullable String text) {
        try {
            JsonNode json = text == null || text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            return json instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private StepResult wentOn(RunContext context) {
        add(new Happening(
                context.step(),
                "reply-" + context.step(),
                lastWords,
                null,
                "",
                prompts.goOn(),
                prompts.goOn(),
                false,
                null,
                false,
                null));
        return StepResult.of("message", null);
    }

    private StepResult carriedOut(RunContext context, Pending next) {
        ToolCall call = next.call();
        Optional<String> wrong = next.wrong().isEmpty() ? tools.wrong(call) : Optional.of(next.wrong());
        Outcome outcome = wrong.isPresent() ? failure(wrong.get()) : outcome(context, next);
        context.observed(call.tool(), call.arguments().toString(), outcome.observation());
        add(new Happening(
                context.step(),
                next.reply(),
                next.thought(),
                call,
                next.written(),
                outcome.observation(),
                cut(outcome.observation()),
                outcome.failed(),
                outcome.exitCode(),
                outcome.held(),
                outcome.attempt()));
        if (ended != null) {
            pending.clear();
        }
        return new StepResult(call.tool(), outcome.attempt(), 0, ended);
    }

    private Outcome outcome(RunContext context, Pending next) {
        ToolCall call = next.call();
        try {
            return switch (call.tool()) {
                case ToolSet.SHELL -> {
                    ShellTool.Run run = shell.run(context, call, plan(next));
                    yield new Outcome(run.observation(), false, run.exitCode(), run.held(), run.attempt());
                }
                case ToolSet.EDITOR -> Outcome.of(editor.run(context.files(), call));
                case ToolSet.THINK -> Outcome.of("Your thought has been noted.");
                case ToolSet.TASKS -> Outcome.of(tasks(call));
                case ToolSet.CHECK ->
                    Outcome.of(context.checkSubmission(call.get("path")).text());
                default -> {
                    ended = StepResult.FINISHED;
                    yield Outcome.of("The work is finished.");
                }
            };
        } catch (ToolException e) {
            return failure(String.valueOf(e.getMessage()));
        }
    }

    private String tasks(ToolCall call) {
        JsonNode list = call.arguments().get("task_list");
        return list == null ? tasks.view() : tasks.plan(list);
    }

    private static Outcome failure(String message) {
        return new Outcome("ERROR: " + message, true, null, false, null);
    }

    private static String plan(Pending next) {
        return next.thought().isBlank() ? next.call().get("command") : next.thought();
    }

    private void add(Happening happening) {
        history.add(happening);
        detector.add(happening.compared(config.strictCompat()));
        trajectory.add(happening);
    }

    private String cut(String text) {
        int most = config.maxMessageChars();
        if (text.length() <= most) {
            return text;
        }
        int half = most / 2;
        return Surrogates.head(text, half) + "\n[... " + (text.length() - 2 * half) + " characters left out ...]\n"
                + Surrogates.tail(text, half);
    }

    private @Nullable String direction(Pursuit pursuit) {
        if (pursuit instanceof Pursuit.OpenFamily open) {
            return open.reason();
        }
        String script = pursuit instanceof Pursuit.WorkOn work ? attempts.script(work.attempt()) : null;
        return script == null ? null : "go on from the program " + script;
    }
}

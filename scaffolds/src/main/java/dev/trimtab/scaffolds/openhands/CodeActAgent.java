package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.WindowTooSmallError;
import dev.trimtab.runtime.model.LenientJson;
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
import java.util.Objects;
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
    private final Deque<Decision> pending = new ArrayDeque<>();
    private @Nullable String ended;

    /** @param showTime whether what happens may depend on how long a command takes; else every command runs to its end */
    CodeActAgent(Task task, OpenHandsConfig config, boolean showTime) {
        this.config = config;
        OpenHandsTemplates templates = Wording.load(OpenHandsTemplates.class, config.prompts());
        this.tools = ToolSet.of(showTime ? templates.patientTools(ShellTool.QUIET) : templates.tools(), config);
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
        if (pending.isEmpty() && !asked(context)) {
            return StepResult.of("condensation", null);
        }
        Decision next = pending.remove();
        return next.call() == null ? wentOn(context, next) : carriedOut(context, next, next.call());
    }

    @Override
    public List<ContextItem> memory() {
        return history.stream().map(Happening::item).toList();
    }

    @Override
    public void export(Path directory) {
        trajectory.write(directory);
    }

    /** Returns whether there was room to ask; the original condenses again and again where no cut makes any, until its steps have run out. */
    private boolean asked(RunContext context) {
        try {
            ask(context);
            return true;
        } catch (WindowTooSmallError e) {
            if (config.strictCompat()) {
                return false;
            }
            throw e;
        }
    }

    private void ask(RunContext context) {
        ChatResponse response = context.chat(prompts.act(context, memory(), direction(context.pursuit())));
        AiMessage message = response.aiMessage();
        String text = message.text() == null ? "" : message.text().strip();
        if (config.functionCalling()) {
            called(context.step(), response, text, message.toolExecutionRequests());
        } else {
            FunctionText.read(text).ifPresent(written -> written(context.step(), response, written));
        }
        if (pending.isEmpty()) {
            pending.add(Decision.words(Reply.of(context.step(), response, text, List.of())));
        }
    }

    private void written(int step, ChatResponse response, FunctionText.Written written) {
        ToolCall call = written.call();
        Reply.Call made =
                new Reply.Call(Reply.callId(step), call.tool(), call.arguments().toString());
        Reply reply = Reply.of(step, response, written.thought(), List.of(made));
        Decision decision =
                new Decision(reply, made.id(), written.thought(), settled(call), written.whole(), /* wrong= */ "");
        // What is left of a program that was cut must not be written as if it were whole.
        boolean half = reply.cut() && !written.closed() && !config.strictCompat();
        pending.add(half ? decision.refused("the call is not whole, so nothing was done") : decision);
    }

    private void called(int step, ChatResponse response, String text, List<ToolExecutionRequest> requests) {
        List<Reply.Call> made = new ArrayList<>();
        for (ToolExecutionRequest request : requests) {
            made.add(new Reply.Call(
                    Reply.callId(step + made.size()),
                    Objects.requireNonNullElse(request.name(), ""),
                    Objects.requireNonNullElse(request.arguments(), "")));
        }
        Reply reply = Reply.of(step, response, text, made);
        for (Reply.Call call : made) {
            Optional<ObjectNode> arguments = arguments(call.arguments());
            pending.add(new Decision(
                    reply,
                    call.id(),
                    pending.isEmpty() ? text : "",
                    settled(new ToolCall(call.tool(), arguments.orElseGet(JSON::createObjectNode))),
                    "",
                    arguments.isPresent() ? "" : "the arguments are no JSON object: " + call.arguments()));
        }
    }

    private ToolCall settled(ToolCall call) {
        return config.strictCompat() ? call : tools.settled(call);
    }

    /** What cannot be read is an observation for the agent, and nothing at all is an empty object. */
    private Optional<ObjectNode> arguments(String text) {
        if (text.isBlank()) {
            return Optional.of(JSON.createObjectNode());
        }
        if (!config.strictCompat()) {
            return LenientJson.object(text);
        }
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private StepResult wentOn(RunContext context, Decision words) {
        Outcome outcome = noticed(words, Outcome.of(prompts.goOn()));
        add(new Happening(context.step(), words, outcome, outcome.observation()));
        return StepResult.of("message", null);
    }

    /** After the last that was left of a reply that was cut, the agent is told so. */
    private Outcome noticed(Decision decision, Outcome outcome) {
        boolean told = decision.reply().cut() && pending.isEmpty() && !config.strictCompat();
        return told ? outcome.and(prompts.cutReply()) : outcome;
    }

    private StepResult carriedOut(RunContext context, Decision next, ToolCall call) {
        Decision decision =
                next.wrong().isEmpty() ? tools.wrong(call).map(next::refused).orElse(next) : next;
        Outcome outcome = noticed(
                decision,
                decision.wrong().isEmpty() ? outcome(context, decision, call) : Outcome.failure(decision.wrong()));
        context.observed(call.tool(), call.arguments().toString(), outcome.observation());
        add(new Happening(context.step(), decision, outcome, cut(outcome.observation())));
        if (ended != null) {
            pending.clear();
        }
        return new StepResult(call.tool(), outcome.attempt(), 0, ended);
    }

    private Outcome outcome(RunContext context, Decision decision, ToolCall call) {
        try {
            return switch (call.tool()) {
                case ToolSet.SHELL -> Outcome.of(shell.run(context, call, plan(decision.thought(), call)));
                case ToolSet.EDITOR -> Outcome.of(editor.run(context.files(), call));
                case ToolSet.THINK -> Outcome.of("Your thought has been noted.");
                case ToolSet.TASKS -> Outcome.of(tasks(call));
                case ToolSet.CONDENSE ->
                    Outcome.of("Noted: what you see is condensed next, if this run's memory does that.");
                case ToolSet.CHECK ->
                    Outcome.of(context.checkSubmission(call.get("path")).text());
                default -> {
                    ended = StepResult.FINISHED;
                    yield Outcome.of("The work is finished.");
                }
            };
        } catch (ToolException e) {
            return Outcome.failure(String.valueOf(e.getMessage()));
        }
    }

    private String tasks(ToolCall call) {
        JsonNode list = call.arguments().get("task_list");
        return list == null ? tasks.view() : tasks.plan(list);
    }

    private static String plan(String thought, ToolCall call) {
        return thought.isBlank() ? call.get("command") : thought;
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
        return script == null || script.isEmpty() ? null : "go on from the program " + script;
    }
}

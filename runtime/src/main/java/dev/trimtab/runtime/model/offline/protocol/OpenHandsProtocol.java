package dev.trimtab.runtime.model.offline.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.model.offline.grammar.Grammar;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.AttemptReader;
import dev.trimtab.runtime.model.offline.reader.ExecutionFact;
import dev.trimtab.runtime.model.offline.reader.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenHands' protocol: each reply writes a program by the shell and runs it, in one command. What the last command printed decides whether the
 * program is mended; else a new design is tried, or the best that was read of is changed.
 */
final class OpenHandsProtocol implements Protocol {
    private static final String END = "END_OF_PROGRAM";
    private static final String COMMAND = "command";
    private static final String TIMEOUT = "timeout";
    private static final int SECONDS = 600;

    /** A tool that runs commands, whatever its maker calls it. */
    private static final String SHELL = "\\w*(?:bash|shell|terminal)";

    private static final Pattern NAMED = Pattern.compile(SHELL);

    /** A prompt that lists functions in its text names each after that word. */
    private static final Pattern LISTED = Pattern.compile("(?i)\\bfunction\\b[^\\n]{0,12}?\\b(" + SHELL + ")\\b");

    private final Grammar grammar;
    private final Designer designer;
    private final Mender mender;
    private final ScriptWriter writer;

    /** @param grammar the language that programs are written in */
    OpenHandsProtocol(Grammar grammar) {
        this.grammar = grammar;
        Author author = new Author(grammar);
        this.designer = new Designer(author);
        this.mender = new Mender(author, new Drafter(author));
        this.writer = new ScriptWriter(author);
    }

    @Override
    public boolean speaks(Request request) {
        return function(request).isPresent()
                || LISTED.matcher(request.prompt().text()).find();
    }

    private static Optional<ToolSpecification> function(Request request) {
        return request.tools().stream()
                .filter(tool -> NAMED.matcher(tool.name()).matches() && takes(tool, COMMAND))
                .findFirst();
    }

    private static boolean takes(ToolSpecification tool, String parameter) {
        return tool.parameters() == null || tool.parameters().properties().containsKey(parameter);
    }

    @Override
    public AiMessage answer(Request asked) {
        String text = asked.prompt().text();
        Request request = asked.with(reading(asked.prompt(), Optional.empty(), Optional.empty()));
        int last = text.lastIndexOf(opening());
        String lastCommand = last < 0 ? "" : text.substring(last);
        ExecutionFact fact = ExecutionFact.read(lastCommand);
        String reply = !fact.error().isEmpty() ? mend(request, lastCommand) : fresh(request);
        return message(request, reply);
    }

    /** Returns how each of its commands begins, by which it knows the last again, in whatever form a prompt shows calls. */
    private String opening() {
        return "cat > " + grammar.file() + " <<'" + END + "'";
    }

    /** Attempts are read in the whole of the chat. */
    private static Prompt reading(Prompt prompt, Optional<String> code, Optional<String> output) {
        List<AttemptFact> attempts = AttemptReader.read(prompt.text());
        return new Prompt(prompt.text(), prompt.task(), attempts, code, output);
    }

    private String mend(Request request, String lastCommand) {
        String plain = lastCommand.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
        int open = plain.indexOf(END);
        int close = plain.indexOf("\n" + END, open + END.length());
        if (open < 0 || close < 0) {
            return fresh(request);
        }
        String code = plain.substring(plain.indexOf('\n', open) + 1, close);
        String output = plain.substring(close + END.length());
        return mender.mend(request.with(reading(request.prompt(), Optional.of(code), Optional.of(output))), code);
    }

    private String fresh(Request request) {
        return writer.write(request, designer.next(request).words(), "");
    }

    private AiMessage message(Request request, String reply) {
        String opening = "```" + grammar.language() + "\n";
        int fence = reply.indexOf(opening);
        int end = reply.lastIndexOf("```");
        if (fence < 0 || end <= fence) {
            return AiMessage.from(reply);
        }
        String thought = reply.substring(0, fence).strip();
        String command = opening() + "\n"
                + reply.substring(fence + opening.length(), end).stripTrailing() + "\n" + END + "\n" + grammar.run();
        return function(request)
                .map(tool -> called(thought, tool, command))
                .orElseGet(() -> written(thought, request.prompt().text(), command));
    }

    private static AiMessage called(String thought, ToolSpecification tool, String command) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put(COMMAND, command);
        if (takes(tool, TIMEOUT)) {
            arguments.put(TIMEOUT, SECONDS);
        }
        return AiMessage.from(
                thought,
                List.of(ToolExecutionRequest.builder()
                        .id("call-1")
                        .name(tool.name())
                        .arguments(arguments.toString())
                        .build()));
    }

    private static AiMessage written(String thought, String prompt, String command) {
        Matcher listed = LISTED.matcher(prompt);
        String name = listed.find() ? listed.group(1) : "";
        return AiMessage.from(thought + "\n<function=" + name + ">\n<parameter=" + COMMAND + ">" + command
                + "</parameter>\n<parameter=" + TIMEOUT + ">" + SECONDS + "</parameter>\n</function>");
    }
}

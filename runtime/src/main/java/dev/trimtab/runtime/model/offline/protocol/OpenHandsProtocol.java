package dev.trimtab.runtime.model.offline.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.model.offline.grammar.Grammar;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.AttemptReader;
import dev.trimtab.runtime.model.offline.reader.ExecutionFact;
import dev.trimtab.runtime.model.offline.reader.Prompt;
import java.util.List;
import java.util.Optional;

/**
 * OpenHands' protocol: each reply writes a program by the shell and runs it, in one command. What the last command printed decides whether the
 * program is mended; else a new design is tried, or the best that was read of is changed.
 */
final class OpenHandsProtocol implements Protocol {
    private static final String END = "END_OF_PROGRAM";
    private static final int SECONDS = 600;

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
        return CommandTool.of(request).isPresent();
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
        CommandTool tool = CommandTool.of(request).orElseThrow();
        return tool.function() ? called(thought, tool, command) : written(thought, tool, command);
    }

    private static AiMessage called(String thought, CommandTool tool, String command) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put(CommandTool.COMMAND, command);
        if (tool.timed()) {
            arguments.put(CommandTool.TIMEOUT, SECONDS);
        }
        tool.demanded().forEach(arguments::put);
        return AiMessage.from(
                thought,
                List.of(ToolExecutionRequest.builder()
                        .id("call-1")
                        .name(tool.name())
                        .arguments(arguments.toString())
                        .build()));
    }

    private static AiMessage written(String thought, CommandTool tool, String command) {
        StringBuilder text = new StringBuilder(thought)
                .append("\n<function=")
                .append(tool.name())
                .append(">\n");
        text.append(parameter(CommandTool.COMMAND, command));
        if (tool.timed()) {
            text.append(parameter(CommandTool.TIMEOUT, Integer.toString(SECONDS)));
        }
        tool.demanded().forEach((name, value) -> text.append(parameter(name, value)));
        return AiMessage.from(text.append("</function>").toString());
    }

    private static String parameter(String name, String value) {
        return "<parameter=" + name + ">" + value + "</parameter>\n";
    }
}

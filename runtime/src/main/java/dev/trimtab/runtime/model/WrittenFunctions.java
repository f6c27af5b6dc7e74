package dev.trimtab.runtime.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Functions in words, for models and servers that take none: the prompt tells what can be called, a call is a text between {@code <tool_call>} and
 * {@code </tool_call>}, and what came of it is told by the user. {@link WrittenCall} reads the replies.
 */
final class WrittenFunctions {
    private static final String FORM =
            "<tool_call>{\"name\": \"the function's name\", \"arguments\": {\"its\": \"arguments\"}}</tool_call>";

    private WrittenFunctions() {}

    /** Returns a request that says the same and has no functions; the same if it has none. */
    static ChatRequest told(ChatRequest request) {
        List<ToolSpecification> tools = request.toolSpecifications();
        if (tools == null || tools.isEmpty()) {
            return request;
        }
        List<ChatMessage> messages = new ArrayList<>();
        for (ChatMessage message : request.messages()) {
            messages.add(told(message));
        }
        String manual = manual(tools, request.toolChoice() == ToolChoice.REQUIRED);
        messages.set(0, with(messages.get(0), manual));
        return ChatRequest.builder()
                .messages(messages)
                .temperature(request.temperature())
                .stopSequences(request.stopSequences())
                .maxOutputTokens(request.maxOutputTokens())
                .build();
    }

    private static ChatMessage with(ChatMessage first, String manual) {
        if (first instanceof SystemMessage system) {
            return SystemMessage.from(system.text() + manual);
        }
        return UserMessage.from(((UserMessage) first).singleText() + manual);
    }

    /** Returns what is said of functions at the end of a request's first message. */
    static String manual(List<ToolSpecification> tools, boolean demanded) {
        StringBuilder manual =
                new StringBuilder("\n\nFunctions that you can call, each as JSON with a schema of its arguments:\n");
        tools.forEach(tool -> manual.append(tool.toJson()).append('\n'));
        return manual.append(demanded ? "Answer with a call and nothing else" : "To call one, write")
                .append(", in this form:\n")
                .append(FORM)
                .toString();
    }

    /** Returns a message that says the same and has no calls and no result of one; the same if it has none. */
    static ChatMessage told(ChatMessage message) {
        if (message instanceof AiMessage ai && ai.hasToolExecutionRequests()) {
            StringBuilder text = new StringBuilder(
                    Optional.ofNullable(ai.text()).map(words -> words + "\n").orElse(""));
            ai.toolExecutionRequests()
                    .forEach(call -> text.append(written(call)).append('\n'));
            return AiMessage.from(text.toString().strip());
        }
        return message instanceof ToolExecutionResultMessage result
                ? UserMessage.from("What " + result.toolName() + " came to:\n" + result.text())
                : message;
    }

    /** Arguments that are no JSON object are shown as the model wrote them. */
    private static String written(ToolExecutionRequest call) {
        ObjectNode json = ChatJson.MAPPER.createObjectNode().put("name", call.name());
        LenientJson.object(call.arguments())
                .ifPresentOrElse(
                        arguments -> json.set("arguments", arguments), () -> json.put("arguments", call.arguments()));
        return "<tool_call>" + json + "</tool_call>";
    }
}

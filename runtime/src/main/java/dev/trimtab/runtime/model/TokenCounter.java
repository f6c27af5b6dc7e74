package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts tokens as a model's server would count what is sent: text, messages with their overhead, tool schemas, whole requests.
 *
 * <p>An implementation says how text is counted; the overheads are the same for all. They follow the accounting that OpenAI
 * publishes for its chat format (3 tokens a message, 1 for a name, 3 to open the reply) with one token a message and a
 * whole-JSON count of tool schemas on top, so that they err upwards.
 */
public interface TokenCounter {
    /** Tokens that frame one message. */
    int MESSAGE_OVERHEAD = 4;

    /** Tokens that open the reply, once a request. */
    int REPLY_OVERHEAD = 3;

    /** Tokens that frame one tool call in a message, and one tool specification. */
    int TOOL_OVERHEAD = 8;

    /** Tokens that frame the list of tool specifications if there is any. */
    int TOOLS_OVERHEAD = 12;

    /** How this counter counts, for logs and {@code run.json}, such as {@code "o200k_base"}. */
    String name();

    /** Tokens of a text on its own; 0 for the empty text. */
    int count(String text);

    /** Tokens of one message with its overhead. Images and other non-text parts are refused with IllegalArgumentException. */
    default int count(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return MESSAGE_OVERHEAD + count(system.text());
        }
        if (message instanceof UserMessage user) {
            return MESSAGE_OVERHEAD + countName(user.name()) + countContents(user.contents());
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return MESSAGE_OVERHEAD + TOOL_OVERHEAD + countNullable(result.id()) + countContents(result.contents());
        }
        if (message instanceof AiMessage ai) {
            int calls = 0;
            for (ToolExecutionRequest call : ai.toolExecutionRequests()) {
                calls += TOOL_OVERHEAD
                        + countNullable(call.id())
                        + countNullable(call.name())
                        + countNullable(call.arguments());
            }
            return MESSAGE_OVERHEAD + countNullable(ai.text()) + countNullable(ai.thinking()) + calls;
        }
        throw new IllegalArgumentException("cannot count the tokens of a message of type " + message.type());
    }

    /** Tokens of a list of messages, each with its overhead, without the reply's opening. */
    default int countMessages(List<? extends ChatMessage> messages) {
        int total = 0;
        for (ChatMessage message : messages) {
            total += count(message);
        }
        return total;
    }

    /** Tokens of tool specifications as sent: their JSON plus overheads; 0 for an empty list. */
    default int countTools(@Nullable List<ToolSpecification> tools) {
        if (tools == null || tools.isEmpty()) {
            return 0;
        }
        int total = TOOLS_OVERHEAD;
        for (ToolSpecification tool : tools) {
            total += TOOL_OVERHEAD + count(tool.toJson());
        }
        return total;
    }

    /** Prompt tokens of a whole request: messages, tools and the reply's opening; what a budget on the context bounds. */
    default int count(ChatRequest request) {
        return countMessages(request.messages()) + countTools(request.toolSpecifications()) + REPLY_OVERHEAD;
    }

    private int countNullable(@Nullable String text) {
        return text == null ? 0 : count(text);
    }

    private int countName(@Nullable String name) {
        return name == null ? 0 : 1 + count(name);
    }

    private int countContents(List<Content> contents) {
        int total = 0;
        for (Content content : contents) {
            if (!(content instanceof TextContent text)) {
                throw new IllegalArgumentException("cannot count the tokens of " + content.type() + " content");
            }
            total += count(text.text());
        }
        return total;
    }
}

package dev.trimtab.runtime.context;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Items as messages of a chat. The calls of one reply are one message, followed by their results; a call without its result is left out, and so is
 * a result without its call, since servers refuse both. Items that are not shown as events are words of the user.
 */
final class ChatTurns {
    private ChatTurns() {}

    static List<ChatMessage> of(List<ContextPlan.Shown> shown) {
        List<Turn> turns = new ArrayList<>();
        for (ContextPlan.Shown item : shown) {
            if (item.turns().isEmpty()) {
                turns.add(new Turn.Said(Turn.Speaker.USER, item.text()));
            } else {
                turns.addAll(item.turns());
            }
        }
        return messages(turns);
    }

    /** Returns the messages of events, in order. */
    static List<ChatMessage> messages(List<Turn> turns) {
        Map<String, Turn.Answered> answers = new LinkedHashMap<>();
        turns.forEach(turn -> {
            if (turn instanceof Turn.Answered answered) {
                answers.put(answered.call(), answered);
            }
        });
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn instanceof Turn.Said said) {
                messages.add(
                        said.by() == Turn.Speaker.USER ? UserMessage.from(said.text()) : AiMessage.from(said.text()));
            } else if (turn instanceof Turn.Answered answered && answered.call().isEmpty()) {
                messages.add(UserMessage.from(answered.text()));
            } else if (turn instanceof Turn.Called called && isFirst(turns, i, called)) {
                messages.addAll(reply(turns, called.reply(), answers));
            }
        }
        return messages;
    }

    private static boolean isFirst(List<Turn> turns, int at, Turn.Called called) {
        return turns.subList(0, at).stream()
                .noneMatch(turn ->
                        turn instanceof Turn.Called earlier && earlier.reply().equals(called.reply()));
    }

    private static List<ChatMessage> reply(List<Turn> turns, String reply, Map<String, Turn.Answered> answers) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        List<ChatMessage> results = new ArrayList<>();
        String thought = "";
        for (Turn turn : turns) {
            if (turn instanceof Turn.Called called
                    && called.reply().equals(reply)
                    && answers.containsKey(called.call())) {
                Turn.Answered answer = Objects.requireNonNull(answers.get(called.call()));
                thought += called.thought();
                calls.add(ToolExecutionRequest.builder()
                        .id(called.call())
                        .name(called.tool())
                        .arguments(called.arguments())
                        .build());
                results.add(ToolExecutionResultMessage.from(called.call(), called.tool(), answer.observation()));
            }
        }
        if (calls.isEmpty()) {
            return List.of();
        }
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(thought.isBlank() ? AiMessage.from(calls) : AiMessage.from(thought, calls));
        messages.addAll(results);
        return messages;
    }
}

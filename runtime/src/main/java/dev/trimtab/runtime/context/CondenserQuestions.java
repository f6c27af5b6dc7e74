package dev.trimtab.runtime.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.trimtab.runtime.Surrogates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What condensers ask a model. Events are cut to a length, and by a fifth again and again until the question has room.
 *
 * @param consultant answers
 * @param tokens counts the tokens of a text
 * @param longestEvent characters of an event, at least 1
 */
record CondenserQuestions(Consultant consultant, ToIntFunction<String> tokens, int longestEvent) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SCALE = 0.8;
    private static final String SUM_UP = """
            You keep the notes of an agent that works on a data competition, and what is below leaves its sight. Write the notes that take its place: what \
            was tried with its settings, scores and errors as they stand there, which files hold what, what is known of the data, and what is left to do. \
            Leave out what no later step needs.""";
    private static final String RANK = """
            An agent works on a data competition, and some of the events below leave its sight. Name the ids of those that it needs most, the most \
            needed first.""";

    private static final ToolSpecification RANKING = ToolSpecification.builder()
            .name("rank_events")
            .description("Names events by how much they are needed.")
            .parameters(JsonObjectSchema.builder()
                    .addProperty(
                            "ids",
                            JsonArraySchema.builder()
                                    .items(new JsonStringSchema())
                                    .build())
                    .required("ids")
                    .build())
            .build();

    /** OpenHands' fields of a state, by their names there. */
    private static final List<String> FIELDS = List.of(
            "user_context",
            "completed_tasks",
            "pending_tasks",
            "current_state",
            "files_modified",
            "function_changes",
            "data_structures",
            "tests_written",
            "tests_passing",
            "failing_tests",
            "error_messages",
            "branch_created",
            "branch_name",
            "commits_made",
            "pr_created",
            "pr_status",
            "dependencies",
            "other_relevant_context");

    /**
     * Returns a summary in words.
     *
     * @param before the summary so far, possibly empty
     * @param texts what is to be summed up
     */
    String summary(String before, List<String> texts) {
        String text = consultant.ask(question(SUM_UP, before, texts), null).text();
        return text == null ? "" : text.strip();
    }

    /** Returns a summary by fields, empty where the answer is no such call. */
    String structured(String before, List<String> texts) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
        FIELDS.forEach(schema::addStringProperty);
        ToolSpecification function = ToolSpecification.builder()
                .name("record_state")
                .description("Records the state of the work.")
                .parameters(schema.build())
                .build();
        JsonNode state = arguments(consultant.ask(question(SUM_UP, before, texts), function), function.name());
        List<String> lines = new ArrayList<>();
        for (String field : FIELDS) {
            String value = state.path(field).asText("").strip();
            if (!value.isEmpty()) {
                lines.add(field + ": " + value);
            }
        }
        return String.join("\n", lines);
    }

    /**
     * Returns the events of an answer that ranks them, the most needed first; empty where it names none.
     *
     * @param events by id, the texts
     */
    List<String> ranked(Map<String, String> events) {
        List<String> texts = new ArrayList<>();
        events.forEach((id, text) -> texts.add("id " + id + ": " + text));
        JsonNode ids = arguments(consultant.ask(question(RANK, "", texts), RANKING), RANKING.name())
                .path("ids");
        Map<String, Boolean> named = new LinkedHashMap<>();
        ids.forEach(id -> named.put(id.asText(), true));
        return named.keySet().stream().filter(events::containsKey).toList();
    }

    private String question(String task, String before, List<String> texts) {
        String head = task + "\n\n# Material\n\n" + (before.isEmpty() ? "" : "The notes so far:\n" + before + "\n\n");
        int longest = longestEvent;
        String question = head + String.join("\n\n", cut(texts, longest));
        while (longest > 1 && tokens.applyAsInt(question) > consultant.room()) {
            longest = (int) (longest * SCALE);
            question = head + String.join("\n\n", cut(texts, longest));
        }
        return question;
    }

    private static List<String> cut(List<String> texts, int longest) {
        return texts.stream()
                .map(text -> text.length() <= longest ? text : Surrogates.head(text, longest) + "…")
                .toList();
    }

    private static JsonNode arguments(AiMessage answer, String function) {
        for (ToolExecutionRequest call : answer.toolExecutionRequests()) {
            if (call.name().equals(function)) {
                try {
                    return JSON.readTree(call.arguments());
                } catch (JsonProcessingException notJson) {
                    return JSON.createObjectNode();
                }
            }
        }
        return JSON.createObjectNode();
    }
}

package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/** An engineer behind a loopback server who hands out given programs in turn, the last one for ever, and reviews them by believing what they print. */
public final class ProgramSequence implements Function<JsonNode, ObjectNode> {
    private final String language;
    private final Queue<String> programs;

    /**
     * @param language the word behind the fence of a program
     * @param programs at least one
     */
    public ProgramSequence(String language, List<String> programs) {
        this.language = language;
        this.programs = new ArrayDeque<>(programs);
    }

    @Override
    public synchronized ObjectNode apply(JsonNode request) {
        if (!request.path("tools").isEmpty()) {
            return LineEngineer.review(OpenAiServer.textOf(request));
        }
        String program = programs.size() > 1 ? programs.remove() : programs.element();
        return OpenAiServer.text("Another way.\n\n```" + language + "\n" + program + "```\n");
    }
}

package dev.trimtab.runtime.model.offline.protocol;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.trimtab.runtime.model.offline.profile.Profile;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.Prompt;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engineer was asked.
 *
 * @param prompt the prompt as it was read
 * @param tools the functions that may be called
 * @param profile how attentive and careful the engineer is
 * @param draws the request's randomness
 * @param declareFamily whether a plan ends in a line that names its family
 */
public record Request(
        Prompt prompt, List<ToolSpecification> tools, Profile profile, Draws draws, boolean declareFamily) {
    /** Characters of English and code in a token, on average; attention needs no more exact count. */
    private static final int CHARACTERS_A_TOKEN = 4;

    /** Copies the list. */
    public Request {
        tools = List.copyOf(tools);
    }

    /** Returns the request with its prompt read in another way. */
    Request with(Prompt other) {
        return new Request(other, tools, profile, draws, declareFamily);
    }

    /** Returns the attempts that attention let through, in the prompt's order. */
    List<AttemptFact> recalled() {
        List<AttemptFact> recalled = new ArrayList<>();
        int total = prompt.text().length() / CHARACTERS_A_TOKEN;
        for (int i = 0; i < prompt.attempts().size(); i++) {
            AttemptFact fact = prompt.attempts().get(i);
            double recall = profile.attention().recall(fact.position() / CHARACTERS_A_TOKEN, total);
            if (draws.happens("recall." + i, recall)) {
                recalled.add(fact);
            }
        }
        return recalled;
    }
}

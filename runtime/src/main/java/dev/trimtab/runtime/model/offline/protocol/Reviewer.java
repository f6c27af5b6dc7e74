package dev.trimtab.runtime.model.offline.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.reader.ExecutionFact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges an execution by what it printed, through the function that the request offers for it. */
final class Reviewer {
    private static final String SUBMITTED = "has_csv_submission";
    /** A score this near to the best possible is no score but a mistake. */
    private static final double PERFECT = 1e-6;

    /** Returns whether a function is offered that takes a verdict. */
    boolean asked(Request request) {
        return tool(request).isPresent();
    }

    AiMessage review(Request request) {
        ToolSpecification tool = tool(request).orElseThrow();
        Metric metric = request.prompt().task().metric();
        ExecutionFact output = ExecutionFact.read(request.prompt().output().orElse(""));
        Set<String> fields = tool.parameters().properties().keySet();
        boolean submitted = submitted(output, fields);
        boolean failed = !output.error().isEmpty() || output.score().isEmpty() || !submitted;
        boolean bug = failed || suspicious(output, metric);
        ObjectNode verdict = JsonNodeFactory.instance.objectNode();
        verdict.put("is_bug", bug);
        verdict.put("summary", summary(output, metric, submitted));
        if (output.score().isPresent() && output.error().isEmpty()) {
            verdict.put("metric", output.score().getAsDouble());
        } else {
            verdict.putNull("metric");
        }
        verdict.put("lower_is_better", !metric.higherIsBetter());
        verdict.put(SUBMITTED, submitted);
        verdict.retain(fields);
        return AiMessage.from(List.of(ToolExecutionRequest.builder()
                .id("call-1")
                .name(tool.name())
                .arguments(verdict.toString())
                .build()));
    }

    /** Returns whether a score is too good to be true. */
    static boolean suspicious(ExecutionFact output, Metric metric) {
        return output.score().isPresent()
                && (metric.higherIsBetter()
                        ? output.score().getAsDouble() >= 1 - PERFECT
                        : output.score().getAsDouble() <= PERFECT);
    }

    private static Optional<ToolSpecification> tool(Request request) {
        return request.tools().stream()
                .filter(t ->
                        t.parameters() != null && t.parameters().properties().containsKey("is_bug"))
                .findFirst();
    }

    /** Where nobody asks for the place of the submission, any place will do: such prompts do not tell it. */
    private static boolean submitted(ExecutionFact output, Set<String> fields) {
        return fields.contains(SUBMITTED)
                ? output.submitted(ProgramTask.Folder.SUBMISSION)
                : !output.wrote().isEmpty();
    }

    private static String summary(ExecutionFact output, Metric metric, boolean submitted) {
        if (!output.error().isEmpty()) {
            return "The program failed with " + output.error() + ". It came to no result.";
        }
        if (output.score().isEmpty()) {
            return "The program ended, but there is no validation score in what it printed.";
        }
        String result = "The program ended well; validation " + metric.word() + " is "
                + output.score().getAsDouble() + ".";
        if (suspicious(output, metric)) {
            return result + " That is too good to be true.";
        }
        return submitted ? result : result + " But there is no submission where it belongs.";
    }
}

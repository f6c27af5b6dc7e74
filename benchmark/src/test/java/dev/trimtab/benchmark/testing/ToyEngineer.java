package dev.trimtab.benchmark.testing;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.run.RunModels;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link ToyProgram}s: drafts go through a world's routes in order, work on a route makes it rise at its own pace. Like the offline
 * engineer it sees only the prompt.
 */
final class ToyEngineer implements RunModels {
    private static final Pattern SCORE = Pattern.compile("Validation auc: (-?[0-9.]+)");

    private final List<ToyRoute> routes;
    private final Map<String, Integer> tries = new HashMap<>();
    private int drafts;
    private int written;

    ToyEngineer(List<ToyRoute> routes) {
        this.routes = List.copyOf(routes);
    }

    @Override
    public Reply ask(ContextRequest.Model model, ChatRequest request) {
        String prompt = request.messages().stream().map(ToyEngineer::text).collect(Collectors.joining("\n"));
        AiMessage reply = request.toolSpecifications() != null
                        && !request.toolSpecifications().isEmpty()
                ? review(prompt)
                : AiMessage.from(solution(prompt));
        ChatResponse response = ChatResponse.builder()
                .aiMessage(reply)
                .finishReason(FinishReason.STOP)
                .build();
        return new Reply(response, "toy", 1, 1, true, 0, 0, List.of());
    }

    @Override
    public void replayed(Event.ModelCalled call, ChatRequest request) {
        throw new UnsupportedOperationException("toy runs are not resumed");
    }

    @Override
    public Failed failed() {
        throw new AssertionError("no call fails");
    }

    @Override
    public @Nullable Duration remainingTime() {
        return null;
    }

    private String solution(String prompt) {
        ToyProgram parent = ToyProgram.last(prompt).orElse(null);
        ToyProgram program = parent == null ? draft() : parent.broken() ? mended(parent) : improved(parent);
        ToyRoute route = routes.get(program.route());
        return route.words(program.attempt()) + "\n\n```python\n" + program.text() + "\n```";
    }

    private ToyProgram draft() {
        int route = drafts++ % routes.size();
        return new ToyProgram(
                routes.get(route).estimator(),
                route,
                0,
                written++,
                routes.get(route).start(),
                false);
    }

    private ToyProgram mended(ToyProgram broken) {
        return new ToyProgram(
                broken.estimator(), broken.route(), broken.rises(), written++, broken.score() - 0.002, false);
    }

    /** Every so many tries the route rises; of the others each second one fails, and the rest is a little worse. */
    private ToyProgram improved(ToyProgram parent) {
        ToyRoute route = routes.get(parent.route());
        int attempt = tries.merge(parent.route() + "/" + parent.rises(), 1, Integer::sum);
        boolean rises = route.pace() > 0 && attempt % route.pace() == 0;
        double score = rises ? parent.score() + route.step() : parent.score() - 0.001 * attempt;
        return new ToyProgram(
                parent.estimator(),
                parent.route(),
                parent.rises() + (rises ? 1 : 0),
                written++,
                score,
                !rises && attempt % 2 == 0);
    }

    private static AiMessage review(String prompt) {
        Matcher score = SCORE.matcher(prompt);
        String metric = "null";
        while (score.find()) {
            metric = score.group(1);
        }
        boolean bug = metric.equals("null");
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("review")
                .name("submit_review")
                .arguments(String.format(
                        Locale.ROOT,
                        "{\"is_bug\": %b, \"summary\": \"%s\", \"metric\": %s, \"lower_is_better\": false, \"has_csv_submission\": %b}",
                        bug,
                        bug ? "It broke." : "It ran.",
                        metric,
                        !bug))
                .build());
    }

    private static String text(ChatMessage message) {
        return message instanceof SystemMessage system
                ? system.text()
                : message instanceof UserMessage user ? user.singleText() : "";
    }
}

package dev.trimtab.runtime.context;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits a request into the context window: frame first, then what is required, then what the policy chooses.
 *
 * <p>What is sent never exceeds the window less the output reserve, counted as sent.
 */
public final class BudgetGate {
    /** Tokens for headings and joints around the memory section. */
    private static final int MEMORY_JOINT = 8;

    private final int window;
    private final int outputReserve;
    private final int memoryLimit;
    private final boolean shrinks;
    private final CalibratedTokenCounter counter;
    private final TextTokens tokens;

    /**
     * A prompt that fits.
     *
     * @param messages what is sent
     * @param plan what the policy chose
     * @param budget tokens there were for optional items
     * @param tokens tokens of the whole request as counted, safety factor included
     */
    public record Fitted(List<ChatMessage> messages, ContextPlan plan, int budget, int tokens) {}

    /**
     * @param window tokens of the whole context window: frame, items and output reserve
     * @param outputReserve tokens kept for the reply
     * @param counter counts tokens as sent
     */
    public BudgetGate(int window, int outputReserve, CalibratedTokenCounter counter) {
        this(window, outputReserve, Integer.MAX_VALUE, /* shrinks= */ true, counter);
    }

    /**
     * A gate that may become smaller.
     *
     * @param window tokens of the whole context window: frame, items and output reserve
     * @param outputReserve tokens kept for the reply
     * @param memoryLimit most tokens of optional items, at least 0
     * @param counter counts tokens as sent
     */
    public BudgetGate(int window, int outputReserve, int memoryLimit, CalibratedTokenCounter counter) {
        this(window, outputReserve, memoryLimit, /* shrinks= */ true, counter);
    }

    /**
     * @param window tokens of the whole context window: frame, items and output reserve
     * @param outputReserve tokens kept for the reply
     * @param memoryLimit most tokens of optional items, at least 0
     * @param shrinks whether there may be a smaller one
     * @param counter counts tokens as sent
     */
    public BudgetGate(int window, int outputReserve, int memoryLimit, boolean shrinks, CalibratedTokenCounter counter) {
        if (outputReserve < 1 || outputReserve >= window) {
            throw new UserError(
                    "the output reserve must be at least 1 and less than the window of " + window
                            + " tokens but is " + outputReserve
                            + "; raise --context-tokens, or set -o context.output-reserve=N (by default the model's longest reply)");
        }
        this.window = window;
        this.outputReserve = outputReserve;
        this.memoryLimit = memoryLimit;
        this.shrinks = shrinks;
        this.counter = counter;
        this.tokens = TextTokens.by(counter);
    }

    /**
     * Returns the request fitted into the window.
     *
     * @param request what must and may be said
     * @param policy chooses among the optional items
     * @param search the hypotheses behind the items
     * @param consultant a model that the policy may ask before it plans
     * @throws WindowTooSmallError if the frame and the floors of the required items do not fit
     */
    public Fitted fit(ContextRequest request, ContextPolicy policy, SearchState search, Consultant consultant) {
        int limit = window - outputReserve;
        Map<String, String> required = fitRequired(request, limit);
        List<ChatMessage> without = Renderer.render(request, required, List.of());
        int base = count(without, request);
        if (request.sections().stream().noneMatch(Section.Memory.class::isInstance)) {
            return new Fitted(without, ContextPlan.of(List.of(), 0), 0, base);
        }
        int budget = Math.min(memoryLimit, Math.max(0, limit - base - headingTokens(request)));
        policy.consult(new ContextView(request.purpose(), request.optional(), budget, tokens, search), consultant);
        for (int tightened = budget; ; ) {
            ContextPlan plan =
                    policy.plan(new ContextView(request.purpose(), request.optional(), tightened, tokens, search));
            List<ChatMessage> messages = Renderer.render(request, required, plan.shown());
            int tokens = count(messages, request);
            if (tokens <= limit || plan.shown().isEmpty()) {
                policy.adopted(plan, search);
                return new Fitted(messages, plan, budget, tokens);
            }
            tightened = Math.max(0, tightened - Math.max(1, tokens - limit));
        }
    }

    /**
     * Returns a gate with two thirds of the window, at most a third of them for the reply: for a server that takes less than was thought. None where
     * the window is to stay as it is.
     */
    public Optional<BudgetGate> smaller() {
        if (!shrinks) {
            return Optional.empty();
        }
        int less = window * 2 / 3;
        return Optional.of(
                new BudgetGate(less, Math.max(1, Math.min(outputReserve, less / 3)), memoryLimit, shrinks, counter));
    }

    /** Returns the tokens of the whole window. */
    public int window() {
        return window;
    }

    /** Returns the most tokens that optional items could ever take. */
    public int mostMemory() {
        return Math.min(memoryLimit, window - outputReserve);
    }

    /** Returns the tokens kept for the reply. */
    public int outputReserve() {
        return outputReserve;
    }

    private Map<String, String> fitRequired(ContextRequest request, int limit) {
        List<Section.Required> sections = request.sections().stream()
                .filter(Section.Required.class::isInstance)
                .map(Section.Required.class::cast)
                .toList();
        Map<String, String> texts = new HashMap<>();
        sections.forEach(s -> texts.put(s.item().id(), s.item().text()));
        int excess = count(request, texts, List.of()) - limit;
        for (int round = 0; excess > 0 && round < sections.size(); round++) {
            Section.Required longest = longestAboveFloor(sections, texts);
            if (longest == null) {
                break;
            }
            int now = counter.count(texts.getOrDefault(longest.item().id(), ""));
            int target = Math.max(longest.floorTokens(), now - excess - MEMORY_JOINT);
            texts.put(longest.item().id(), HeadTail.cut(longest.item().text(), target, counter::count));
            excess = count(request, texts, List.of()) - limit;
        }
        if (excess > 0) {
            throw new WindowTooSmallError(
                    "the context window of " + window + " tokens is too small for the " + request.purpose()
                            + " prompt: its fixed text, the least of what must appear and the output reserve of "
                            + outputReserve
                            + " need " + (window + excess) + "; raise --context-tokens to at least that");
        }
        return texts;
    }

    private Section.@Nullable Required longestAboveFloor(List<Section.Required> sections, Map<String, String> texts) {
        Section.Required longest = null;
        int most = 0;
        for (Section.Required section : sections) {
            int above = counter.count(texts.getOrDefault(section.item().id(), "")) - section.floorTokens();
            if (above > most) {
                most = above;
                longest = section;
            }
        }
        return longest;
    }

    private int headingTokens(ContextRequest request) {
        return request.sections().stream()
                .filter(Section.Memory.class::isInstance)
                .map(Section.Memory.class::cast)
                .mapToInt(m -> counter.count(m.heading()) + MEMORY_JOINT)
                .sum();
    }

    private int count(ContextRequest request, Map<String, String> required, List<ContextPlan.Shown> memory) {
        return count(Renderer.render(request, required, memory), request);
    }

    private int count(List<ChatMessage> messages, ContextRequest request) {
        return counter.count(ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(request.tools())
                .build());
    }
}

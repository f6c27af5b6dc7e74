package dev.trimtab.scaffolds.aide;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Attempt.Fault;
import dev.trimtab.runtime.attempt.Attempt.Stage;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.kernel.ErrorSummary;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.prompt.PrintedScore;
import dev.trimtab.scaffolds.prompt.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** AIDE's loop: choose a node, draft, improve or repair, run, review, and put the result into the tree. One step makes one node. */
final class AideAgent implements Agent {
    private static final String CUT =
            "The reply was cut at its length limit before the program was whole; a shorter program is wanted.";

    /** Calls in all for a program that can be read. */
    static final int TRIES = 3;

    private final Task task;
    private final AideConfig config;
    private final boolean showTime;
    private final NodeSelector selector;
    private final AidePrompts prompts;
    private final ReviewCall reviews;
    private final SolutionTree tree = new SolutionTree();
    private @Nullable AideJournal journal;

    AideAgent(Task task, AideConfig config, boolean showTime) {
        this.task = task;
        this.showTime = showTime;
        this.config = config;
        this.selector = new NodeSelector(config.numDrafts(), config.debugProb(), config.maxDebugDepth());
        this.prompts = new AidePrompts(task, config, showTime, Wording.load(PromptTemplates.class, config.prompts()));
        this.reviews = new ReviewCall(config.strictCompat());
    }

    @Override
    public StepResult step(RunContext context) {
        if (journal == null) {
            journal = new AideJournal(context.kernel().solutionFile());
        }
        SolutionNode parent = choose(context);
        Stage stage = parent == null ? Stage.DRAFT : parent.buggy() ? Stage.DEBUG : Stage.IMPROVE;
        AideReply reply = code(context, request(context, stage, parent));
        Execution execution = context.execute(reply.code());
        SolutionNode node = judge(context, new Draft(freshId(context), stage, parent, reply), execution);
        tree.add(node);
        return StepResult.of(stage.name().toLowerCase(Locale.ROOT), node.attempt());
    }

    @Override
    public List<ContextItem> memory() {
        return tree.memory();
    }

    @Override
    public void export(Path directory) {
        if (journal != null) {
            journal.write(tree, directory);
        }
    }

    private @Nullable SolutionNode choose(RunContext context) {
        Pursuit pursuit = context.pursuit();
        if (pursuit instanceof Pursuit.WorkOn workOn) {
            return tree.get(workOn.attempt());
        }
        return pursuit instanceof Pursuit.OpenFamily ? null : selector.select(tree, context.random("aide.select"));
    }

    private ContextRequest request(RunContext context, Stage stage, @Nullable SolutionNode parent) {
        if (parent == null) {
            String reason = context.pursuit() instanceof Pursuit.OpenFamily open ? open.reason() : null;
            return prompts.draft(context, tree.memory(), reason);
        }
        return stage == Stage.DEBUG ? prompts.debug(context, parent) : prompts.improve(context, tree.memory(), parent);
    }

    /**
     * Asks up to three times with the same prompt, after a reply that was cut at its length once more at most. When none can be read the last one is
     * run as it is, but for what the original does not look for: a program whose prose is missing, or stands behind it.
     */
    private AideReply code(RunContext context, ContextRequest request) {
        AideReplyParser parser = AideReplyParser.of(context.kernel());
        String text = "";
        boolean cut = false;
        for (int i = 0; i < TRIES; i++) {
            boolean cutBefore = cut;
            ChatResponse response = context.chat(request);
            text = text(response.aiMessage());
            Optional<AideReply> reply = parser.parse(text);
            if (reply.isPresent()) {
                return reply.get();
            }
            cut = response.finishReason() == FinishReason.LENGTH && !config.strictCompat();
            if (cut && cutBefore) {
                break;
            }
        }
        AideReply asItIs = new AideReply(cut ? CUT : "", text, null);
        return config.strictCompat() ? asItIs : parser.programOf(text).orElse(asItIs);
    }

    private static String text(AiMessage message) {
        return message.text() == null ? "" : message.text();
    }

    private SolutionNode judge(RunContext context, Draft draft, Execution execution) {
        String output = OutputText.of(execution, task.solutionLimit(), showTime);
        AiMessage reply = context.chat(
                        prompts.review(context, draft.id(), draft.reply().code(), output))
                .aiMessage();
        Review review = reviews.read(reply)
                .map(read -> read.metric() == null ? read.with(printed(output)) : read)
                .orElseGet(() -> new Review(/* bug= */ false, text(reply).strip(), printed(output), null, null));
        Fault fault = fault(review, execution);
        SolutionNode parent = draft.parent();
        Attempt attempt = new Attempt(
                draft.id(),
                parent == null ? null : parent.id(),
                context.step(),
                draft.stage(),
                draft.reply().plan(),
                draft.reply().code(),
                fault == null ? review.metric() : null,
                review.summary(),
                execution.error(),
                fault,
                execution.submitted(),
                draft.reply().family());
        ErrorSummary error =
                context.kernel().errorOf(execution.result(), draft.reply().code());
        return new SolutionNode(
                attempt,
                SolutionTree.depthBelow(parent),
                higherIsBetter(review),
                output,
                execution.result().wallTime(),
                error);
    }

    /** Where the review gives no score it is the one that the program printed, or, as in the original, there is none. */
    private @Nullable Double printed(String output) {
        return config.strictCompat() ? null : PrintedScore.in(output, task.metric());
    }

    private @Nullable Fault fault(Review review, Execution execution) {
        if (execution.error() != null) {
            return Fault.EXCEPTION;
        }
        if (review.metric() == null) {
            return Fault.NO_METRIC;
        }
        boolean denied = config.strictCompat() && Boolean.FALSE.equals(review.submission());
        if (!execution.submitted() || denied) {
            return Fault.NO_SUBMISSION;
        }
        return review.bug() ? Fault.VERDICT : null;
    }

    private boolean higherIsBetter(Review review) {
        Boolean lower = review.lowerIsBetter();
        return (config.strictCompat() && lower != null) ? !lower : task.higherIsBetter();
    }

    private String freshId(RunContext context) {
        RandomGenerator random = context.random("aide.node");
        String id;
        do {
            id = String.format("%08x", random.nextInt());
        } while (tree.contains(id));
        return id;
    }

    /** What is known of a node before its execution. */
    private record Draft(String id, Stage stage, @Nullable SolutionNode parent, AideReply reply) {}
}

package dev.trimtab.scaffolds.reading;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextPlan;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.EstimatingTokenCounter;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.scaffolds.Scaffolds;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The formats in which a prompt may tell of an attempt; but for the paraphrase each is what an agent's own loop and a policy's renderer make of it. */
enum FactFormat {
    AIDE_MEMORY("AIDE memory", "aide", ""),
    RESEARCH_LOG("MLAB step", "mlab", ""),
    OBSERVATION("OpenHands action and observation", "openhands", ""),
    LEDGER_LINE("line of `ledger`", "aide", "ledger"),
    RECORD("record of `portfolio`", "aide", "portfolio"),
    PARAPHRASE("paraphrase", "", "") {
        @Override
        Map<Integer, String> write(List<Fact> facts) {
            Map<Integer, String> texts = new LinkedHashMap<>();
            for (int i = 0; i < facts.size(); i++) {
                texts.put(i, paraphrase(facts.get(i)));
            }
            return texts;
        }
    };

    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));
    private static final int WINDOW = 100_000;
    private static final int REPLY = 1000;

    /** Tokens of memory that an attempt may take where a policy has to compress: more than a line, less than a whole attempt. */
    private static final int TOKENS_AN_ATTEMPT = 200;

    private final String words;
    private final String scaffold;
    private final String policy;

    FactFormat(String words, String scaffold, String policy) {
        this.words = words;
        this.scaffold = scaffold;
        this.policy = policy;
    }

    String words() {
        return words;
    }

    /** Returns, by the number of its fact, each text that tells of one in this format. */
    Map<Integer, String> write(List<Fact> facts) {
        FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));
        for (int i = 0; i < facts.size(); i++) {
            script(context, facts.get(i), i);
        }
        if (!policy.isEmpty()) {
            context.under(
                    new ContextPolicies().create(PolicyConfig.load(HOME, policy)),
                    new BudgetGate(
                            WINDOW,
                            REPLY,
                            TOKENS_AN_ATTEMPT * facts.size(),
                            new CalibratedTokenCounter(new EstimatingTokenCounter())));
            script(context, facts.get(0), facts.size());
        }
        Agent agent =
                new Scaffolds().named(scaffold).configured(FakeRunContext.task(true), List.of(), /* showTime= */ false);
        List<String> attempts =
                context.runAll(agent).stream().map(attempt -> attempt.id()).toList();
        Map<String, String> shown = policy.isEmpty() ? memory(agent) : compressed(context);
        Map<Integer, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            if (shown.containsKey(attempts.get(i))) {
                texts.put(i, shown.get(attempts.get(i)));
            }
        }
        return texts;
    }

    private static Map<String, String> memory(Agent agent) {
        return agent.memory().stream().collect(Collectors.toMap(ContextItem::id, ContextItem::text));
    }

    private static Map<String, String> compressed(FakeRunContext context) {
        List<BudgetGate.Fitted> fitted = context.fitted();
        Map<String, String> shown = new LinkedHashMap<>();
        for (BudgetGate.Fitted prompt : fitted) {
            for (ContextPlan.Shown item : prompt.plan().shown()) {
                if (item.representation() == Representation.COMPRESSED) {
                    shown.put(item.item().id(), item.text());
                }
            }
        }
        return shown;
    }

    private void script(FakeRunContext context, Fact fact, int number) {
        switch (scaffold) {
            case "aide" -> aide(context, fact);
            case "mlab" -> mlab(context, fact);
            default -> openHands(context, fact, number);
        }
    }

    private void aide(FakeRunContext context, Fact fact) {
        context.replies(fact.design().sentence() + " One part of the training rows is held out.\n\n```python\n"
                        + fact.program() + "\n```")
                .reviews("{\"is_bug\": " + fact.failed() + ", \"summary\": \"" + fact.review(policy.isEmpty() ? 1 : 12)
                        + "\", \"metric\": " + (fact.failed() ? "null" : fact.score())
                        + ", \"lower_is_better\": false, \"has_csv_submission\": " + !fact.failed() + "}");
    }

    private static void mlab(FakeRunContext context, Fact fact) {
        String form =
                "Reflection: The script is ready.\nResearch Plan and Status: Try kinds of models one after another.\n"
                        + "Fact Check: Only scores that were printed are confirmed.\nThought: ";
        context.replies(
                form + "Write it.\nAction: Write File\nAction Input: {\"file_name\": \"a.py\", \"content\": \""
                        + fact.program().replace("\n", "\\n") + "\"}",
                form + fact.design().sentence()
                        + " The script is run now.\nAction: Execute Script\nAction Input: {\"script_name\": \"a.py\"}");
    }

    private static void openHands(FakeRunContext context, Fact fact, int number) {
        String file = "try" + number + ".py";
        context.acts(
                call(
                        "I write the program now.",
                        "str_replace_editor",
                        "{\"command\": \"create\", \"path\": \"" + file + "\", \"file_text\": \""
                                + fact.program().replace("\n", "\\n") + "\"}"),
                call(fact.design().sentence(), "execute_bash", "{\"command\": \"python " + file + "\"}"));
    }

    private static AiMessage call(String words, String tool, String arguments) {
        return AiMessage.from(
                words,
                List.of(ToolExecutionRequest.builder()
                        .id("x")
                        .name(tool)
                        .arguments(arguments)
                        .build()));
    }

    private static String paraphrase(Fact fact) {
        String models = fact.design().models().stream()
                .map(m -> m.family().words()
                        + m.settings().entrySet().stream()
                                .map(e -> " at " + e.getKey().say(e.getValue()))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" and "));
        String how = fact.design().blend() ? "an average of " : "";
        String data = fact.design().features().entrySet().stream()
                .map(e -> " using " + e.getKey().say(e.getValue()))
                .collect(Collectors.joining());
        String end = fact.failed() ? "It broke with a " + fact.error() + "." : "It scored " + fact.score() + ".";
        return "Earlier we gave " + how + models.toLowerCase(Locale.ROOT) + data + " a try. " + end;
    }
}

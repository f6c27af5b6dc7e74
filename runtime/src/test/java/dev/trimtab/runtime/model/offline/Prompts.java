package dev.trimtab.runtime.model.offline;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.trimtab.runtime.model.offline.profile.Attention;
import dev.trimtab.runtime.model.offline.profile.Profile;
import java.util.List;

/** Prompts in AIDE's order of sections, and engineers that answer them. */
final class Prompts {
    private static final String TASK = """
            # Introduction

            You enter a data competition.

            # Task description

            # Prices of things

            ## Task
            Predict the price of each thing.

            ## Metric
            Root mean squared logarithmic error (`rmsle`); lower is better.

            ## Submission
            A CSV file with the header `id,price` and one row for each row of `test.csv`.

            """;
    private static final String INSTRUCTIONS = """
            # Instructions

            ## Response format

            Begin with your design, three to five sentences. Then one fenced block.

            ## Implementation guideline

            - Compute rmsle on held-out rows and print: `Validation rmsle: <value>`
            - The whole program must end within 10 minutes.

            """;
    static final ToolSpecification REVIEW = ToolSpecification.builder()
            .name("submit_review")
            .parameters(JsonObjectSchema.builder()
                    .addBooleanProperty("is_bug")
                    .addStringProperty("summary")
                    .addNumberProperty("metric")
                    .addBooleanProperty("lower_is_better")
                    .addBooleanProperty("has_csv_submission")
                    .build())
            .build();

    private Prompts() {}

    static String draft(String memory) {
        return TASK + memory(memory) + INSTRUCTIONS
                + "## Installed packages\n\nYour program may use: Tribuo, XGBoost4J.\n";
    }

    static String improve(String memory, String code) {
        return TASK + memory(memory) + INSTRUCTIONS + "# Previous solution\n\n## Code\n\n```java\n" + code + "\n```\n";
    }

    static String debug(String code, String output) {
        return TASK + "# Previous (buggy) implementation\n\n```java\n" + code + "\n```\n\n# Execution output\n\n```\n"
                + output + "\n```\n\n" + INSTRUCTIONS;
    }

    static String review(String code, String output) {
        return TASK + "# Implementation\n\n```java\n" + code + "\n```\n\n# Execution output\n\n```\n" + output
                + "\n```\n";
    }

    private static String memory(String memory) {
        return memory.isEmpty() ? "" : "# Memory\n\n" + memory + "\n\n";
    }

    static OfflineEngineer engineer(long seed, double bug, double mend, double malformed, double repeat) {
        Attention all = new Attention(List.of(1.0), 0, 0);
        Profile profile =
                new Profile("test", 1, all, new Profile.Rates(bug, mend, malformed, repeat, 0), List.of(), "");
        return new OfflineEngineer(seed, profile, /* declareFamily= */ false, text -> text.length() / 4);
    }

    static OfflineEngineer careful(long seed) {
        return engineer(seed, 0, 1, 0, 0);
    }

    static AiMessage ask(OfflineEngineer engineer, String prompt, ToolSpecification... tools) {
        return engineer.chat(ChatRequest.builder()
                        .messages(SystemMessage.from(prompt))
                        .toolSpecifications(List.of(tools))
                        .build())
                .aiMessage();
    }

    static String code(String reply) {
        int open = reply.indexOf("```java\n");
        return open < 0 ? "" : reply.substring(open + 8, reply.lastIndexOf("```"));
    }

    static String plan(String reply) {
        int fence = reply.indexOf("```");
        return fence < 0 ? reply : reply.substring(0, fence).strip();
    }
}

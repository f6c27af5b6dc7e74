package dev.trimtab.runtime.model;

import dev.langchain4j.data.message.AiMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an open model thinks before it answers, where its server leaves the thoughts in the text: between {@code <think>} and {@code </think>}, of
 * which chat templates often write the first themselves. Their programs and headings are drafts, so they must not be read as the answer.
 */
final class Thoughts {
    private static final Pattern OPENED =
            Pattern.compile("\\A\\s*<think>(?<thoughts>.*?)(</think>|\\z)\\s*", Pattern.DOTALL);
    private static final Pattern CLOSED =
            Pattern.compile("\\A(?<thoughts>(?:(?!</?think>).)*)</think>\\s*", Pattern.DOTALL);

    private Thoughts() {}

    /** Returns the message with leading thoughts as its thinking; thoughts that never end leave no text. */
    static AiMessage apart(AiMessage message) {
        String text = message.text();
        if (text == null || !text.contains("think>")) {
            return message;
        }
        Matcher opened = OPENED.matcher(text);
        Matcher thoughts = opened.find() ? opened : CLOSED.matcher(text);
        if (thoughts == opened || thoughts.find()) {
            String answer = text.substring(thoughts.end());
            String said = thoughts.group("thoughts").strip();
            return message.toBuilder()
                    .text(answer.isEmpty() ? null : answer)
                    .thinking(said.isEmpty() ? message.thinking() : said)
                    .build();
        }
        return message;
    }
}

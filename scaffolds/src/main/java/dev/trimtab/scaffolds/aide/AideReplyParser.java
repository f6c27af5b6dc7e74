package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.kernel.Kernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plan and program out of a reply: prose, then fenced blocks.
 *
 * @param language the fence's language word; blocks of another language are passed over, blocks that name none are not
 * @param parses whether a text is syntactically a program
 */
record AideReplyParser(String language, Predicate<String> parses) {
    private static final String FENCE = "```";
    private static final String UNTOLD = "The design was not told.";
    private static final Pattern CLOSING = Pattern.compile("(?m)^[ \\t]*```");
    private static final Pattern FAMILY =
            Pattern.compile("(?mi)^[ \\t]*Family:[ \\t]*([a-z0-9][a-z0-9 _/+-]{0,39}?)[ \\t.]*$");

    static AideReplyParser of(Kernel kernel) {
        return new AideReplyParser(kernel.fenceLanguage(), kernel::parses);
    }

    /** Returns the reply if it has at least one block that parses, wherever its prose is, and if it has none. */
    Optional<AideReply> programOf(String reply) {
        String text = reply.replace("\r\n", "\n");
        String code = program(blocks(text));
        int last = text.lastIndexOf(FENCE);
        String plan = last < 0 ? "" : text.substring(last + FENCE.length()).strip();
        return code.isEmpty() ? Optional.empty() : Optional.of(reply(plan.isEmpty() ? UNTOLD : plan, code));
    }

    /** Returns the reply if it has both prose before the first fence and at least one block that parses. */
    Optional<AideReply> parse(String reply) {
        String text = reply.replace("\r\n", "\n");
        int fence = opening(text, 0);
        String plan = fence < 0 ? "" : text.substring(0, fence).strip();
        String code = program(blocks(text));
        return plan.isEmpty() || code.isEmpty() ? Optional.empty() : Optional.of(reply(plan, code));
    }

    private static AideReply reply(String plan, String code) {
        Matcher family = FAMILY.matcher(plan);
        return new AideReply(plan, code, family.find() ? family.group(1).strip().toLowerCase(Locale.ROOT) : null);
    }

    /** Joins the blocks where the whole parses, which in a language of one unit a file it may not; then takes the longest. */
    private String program(List<String> blocks) {
        List<String> valid = blocks.stream().filter(parses).toList();
        String joined = String.join("\n\n", valid);
        if (valid.size() < 2 || parses.test(joined)) {
            return joined;
        }
        return valid.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    private List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        Matcher closing = CLOSING.matcher(text);
        int open = opening(text, 0);
        while (open >= 0) {
            int newline = text.indexOf('\n', open);
            if (newline < 0 || !closing.find(newline)) {
                break;
            }
            String block = text.substring(newline + 1, closing.start())
                    .stripTrailing()
                    .stripIndent()
                    .strip();
            if (speaks(text.substring(open + FENCE.length(), newline)) && !block.isEmpty()) {
                blocks.add(block);
            }
            open = opening(text, closing.end());
        }
        return blocks;
    }

    /** Returns where the next block opens: at a fence that is not closed again on its own line, as it is in running prose; -1 for nowhere. */
    private static int opening(String text, int from) {
        int open = text.indexOf(FENCE, from);
        while (open >= 0) {
            int lineEnd = text.indexOf('\n', open);
            int again = text.indexOf(FENCE, open + FENCE.length());
            if (again < 0 || lineEnd < 0 || again > lineEnd) {
                return open;
            }
            open = text.indexOf(FENCE, again + FENCE.length());
        }
        return -1;
    }

    private boolean speaks(String info) {
        String word = info.strip().toLowerCase(Locale.ROOT);
        return word.isEmpty() || word.startsWith(language) || language.startsWith(word);
    }
}

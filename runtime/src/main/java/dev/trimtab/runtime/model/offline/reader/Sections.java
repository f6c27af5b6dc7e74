package dev.trimtab.runtime.model.offline.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt's Markdown sections, found by the meaning of their headings; a hash inside a fence is no heading.
 *
 * @param text the prompt
 * @param headings its headings, in order
 */
record Sections(String text, List<Heading> headings) {
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6})[ \\t]+(.+?)[ \\t#]*$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^[ \\t]*```[^\\n]*\\n(.*?)^[ \\t]*```");

    /**
     * A heading.
     *
     * @param level its depth, from 1
     * @param words its words
     * @param start where its line begins
     * @param body where its text begins
     */
    record Heading(int level, String words, int start, int body) {}

    /**
     * A piece of the prompt.
     *
     * @param start where it begins, in characters
     * @param text the piece
     */
    record Span(int start, String text) {}

    static Sections of(String text) {
        List<Heading> headings = new ArrayList<>();
        Matcher fence = FENCED.matcher(text);
        List<int[]> fences = new ArrayList<>();
        while (fence.find()) {
            fences.add(new int[] {fence.start(), fence.end()});
        }
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            int at = heading.start();
            if (fences.stream().noneMatch(f -> f[0] <= at && at < f[1])) {
                headings.add(new Heading(heading.group(1).length(), heading.group(2), at, heading.end()));
            }
        }
        return new Sections(text, List.copyOf(headings));
    }

    /** Returns the text under the first heading that matches, with its sub-sections. */
    Optional<Span> find(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            if (pattern.matcher(heading.words()).find()) {
                int end = text.length();
                for (int j = i + 1; j < headings.size() && end == text.length(); j++) {
                    if (headings.get(j).level() <= heading.level()) {
                        end = headings.get(j).start();
                    }
                }
                return Optional.of(new Span(heading.body(), text.substring(heading.body(), end)));
            }
        }
        return Optional.empty();
    }

    /** Returns the text from the first heading that matches one pattern to the next that matches the other, whatever their depths. */
    Optional<Span> between(String first, String last) {
        Pattern open = Pattern.compile(first, Pattern.CASE_INSENSITIVE);
        Pattern close = Pattern.compile(last, Pattern.CASE_INSENSITIVE);
        Optional<Heading> from =
                headings.stream().filter(h -> open.matcher(h.words()).find()).findFirst();
        return from.map(heading -> {
            int end = headings.stream()
                    .filter(h -> h.start() > heading.start()
                            && close.matcher(h.words()).find())
                    .mapToInt(Heading::start)
                    .findFirst()
                    .orElse(text.length());
            return new Span(heading.body(), text.substring(heading.body(), end));
        });
    }

    /** Returns what stands inside the first fence of a text; the text itself if it has none. */
    static String unfenced(String text) {
        Matcher fence = FENCED.matcher(text);
        return fence.find() ? fence.group(1) : text.strip();
    }
}

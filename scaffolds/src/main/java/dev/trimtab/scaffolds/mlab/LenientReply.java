package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.Surrogates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads replies whose entries begin on a line of their own, however their headers are decorated: in bold, as a heading, numbered, in another case.
 * Only the action and its input must be there.
 */
final class LenientReply {
    private static final String MARKS = "[*_`]{0,3}";
    private static final String BEGINNING =
            "^[ \\t>]*(?:#{1,6}[ \\t]+)?(?:[-*+][ \\t]+)?(?:\\d{1,2}[.)][ \\t]*)?" + MARKS;
    private static final String END = MARKS + "[ \\t]*:" + MARKS;

    /** Without a colon a name is a header only where it stands alone on its line and is marked as one. */
    private static final String BARE_BEGINNING = "^[ \\t]*(?:#{2,6}[ \\t]+" + MARKS + "|[*_]{2,3})";

    private static final String BARE_END = MARKS + "[ \\t]*$";
    private static final Pattern OBSERVATION = Pattern.compile("(?im)(?<=\\n)" + BEGINNING + "Observation" + END);

    private static final int LONGEST_TITLE = 80;

    private final List<String> names;
    private final Pattern header;

    /**
     * What a reply came to.
     *
     * @param reply the reply, empty if it cannot be used
     * @param wrong why not, empty if it can
     */
    record Reading(Optional<MlabReply> reply, String wrong) {
        private static Reading wrong(String why) {
            return new Reading(Optional.empty(), why);
        }
    }

    /** An entry as it was found. */
    private record Entry(String name, String value) {}

    /** @param names the entries' names, in order */
    LenientReply(List<String> names) {
        this.names = List.copyOf(names);
        String any = names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
        this.header = Pattern.compile("(?im)(?:" + BEGINNING + any + END + "|" + BARE_BEGINNING + any + BARE_END + ")");
    }

    /**
     * Returns the reply that a text holds. Of a header that comes more than once the last counts, of action and input the last pair; what a model
     * says beyond its stop is left out.
     */
    Reading read(String text) {
        List<Entry> entries = entries(said(text));
        int input = last(entries, MlabReply.INPUT, entries.size());
        int action = last(entries, MlabReply.ACTION, input < 0 ? entries.size() : input);
        if (action < 0) {
            return Reading.wrong(
                    "there is no " + MlabReply.ACTION + (input < 0 ? "" : " before the " + MlabReply.INPUT));
        }
        String title = entries.get(action).value().lines().findFirst().orElse("");
        Optional<MlabAction> meant = MlabAction.like(title);
        if (meant.isEmpty()) {
            return Reading.wrong("there is no tool '" + Surrogates.head(title, LONGEST_TITLE) + "'");
        }
        if (input < 0) {
            return Reading.wrong("there is no " + MlabReply.INPUT);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            int at = last(entries, name, entries.size());
            if (at >= 0) {
                values.put(name, entries.get(at).value());
            }
        }
        values.put(MlabReply.ACTION, meant.get().title());
        values.computeIfPresent(MlabReply.PLAN, (name, plan) -> plan.replace("**", ""));
        return new Reading(Optional.of(new MlabReply(values)), "");
    }

    /** What follows the action's input is the observation; a model that lists some among its thoughts goes on. */
    private String said(String text) {
        Matcher found = header.matcher(text);
        Matcher stop = OBSERVATION.matcher(text);
        while (found.find()) {
            if (MlabReply.INPUT.equalsIgnoreCase(name(found))) {
                return stop.find(found.end()) ? text.substring(0, stop.start()) : text;
            }
        }
        return text;
    }

    private static String name(Matcher header) {
        return header.group(1) == null ? header.group(2) : header.group(1);
    }

    private List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        Matcher found = header.matcher(text);
        boolean more = found.find();
        while (more) {
            String written = name(found);
            int from = found.end();
            more = found.find();
            String value = text.substring(from, more ? found.start() : text.length());
            entries.add(new Entry(written, withoutLeftOver(value).strip()));
        }
        return entries;
    }

    /** Leaves out the last lines where they hold nothing but marks. */
    private static String withoutLeftOver(String value) {
        int end = value.length();
        while (end > 0
                && (Character.isWhitespace(value.charAt(end - 1)) || "*_#".indexOf(value.charAt(end - 1)) >= 0)) {
            end--;
        }
        int line = value.indexOf('\n', end);
        return line < 0 ? value : value.substring(0, line);
    }

    /** Returns the place of the last entry of a name before a place, -1 for none. */
    private static int last(List<Entry> entries, String name, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (entries.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}

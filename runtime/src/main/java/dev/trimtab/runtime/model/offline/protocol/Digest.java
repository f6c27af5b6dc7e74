package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.AttemptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sums a text up: each attempt that it tells of with its outcome, else how it begins; in named parts where the request names them. */
final class Digest {
    private static final int BEGINNING = 400;
    private static final Pattern MATERIAL = Pattern.compile("(?m)^# Material$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^[ \\t]*```[^\\n]*\\n(.*?)^[ \\t]*```[ \\t]*$");
    private static final Pattern WANTED =
            Pattern.compile("(?i)\\b(?:summari[sz]e (?:the|your|and|to)|what to look for|reflect on)\\b");
    /** A part of the form that a summary shall have, at the start of a line. */
    private static final Pattern PART = Pattern.compile("(?m)^[ \\t]*\\[([A-Z][a-z]+)\\]:");

    private Digest() {}

    /** Returns whether a text is given under a heading of its own. */
    static boolean shown(String text) {
        return MATERIAL.matcher(text).find();
    }

    /** Returns whether a text asks outside its fences to be summed up, or to be read for something. */
    static boolean asked(String text) {
        return WANTED.matcher(FENCE.matcher(text).replaceAll("")).find();
    }

    static String of(String text) {
        List<String> parts = parts(FENCE.matcher(text).replaceAll(""));
        String digest = plain(text);
        return parts.isEmpty()
                ? digest
                : parts.stream()
                        .map(part -> "[" + part + "]: " + (part.equals(last(parts)) ? digest : "As told below."))
                        .collect(Collectors.joining("\n"));
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }

    /** A part that is named twice stands where it is named last: there it is asked for. */
    private static List<String> parts(String request) {
        List<String> parts = new ArrayList<>();
        for (Matcher part = PART.matcher(request); part.find(); ) {
            parts.remove(part.group(1));
            parts.add(part.group(1));
        }
        return parts;
    }

    private static String plain(String text) {
        String attempts = AttemptReader.read(text).stream().map(Digest::line).collect(Collectors.joining("\n"));
        if (!attempts.isEmpty()) {
            return attempts;
        }
        String told = material(text).strip();
        return told.substring(0, Math.min(BEGINNING, told.length()));
    }

    private static String material(String text) {
        Matcher heading = MATERIAL.matcher(text);
        if (heading.find()) {
            return text.substring(heading.start());
        }
        Matcher fence = FENCE.matcher(text);
        return fence.find() ? fence.group(1) : text;
    }

    private static String line(AttemptFact fact) {
        if (fact.failed()) {
            return fact.design().sentence() + " It failed with " + fact.error() + ".";
        }
        return fact.design().sentence()
                + (fact.score().isPresent()
                        ? " It scored " + fact.score().getAsDouble() + "."
                        : " Its outcome is not told.");
    }
}

package dev.trimtab.benchmark.contamination;

import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line that may break a rule.
 *
 * @param step the step that wrote it
 * @param rule id of the rule
 * @param about what the rule forbids
 * @param where {@code program} or the tool's name
 * @param line the line, cut to a length that can be read
 */
public record Breach(int step, String rule, String about, String where, String line) {
    private static final int LONGEST = 160;
    private static final String PROGRAM = "program";

    /** Returns the lines of programs and tool inputs of a log that match a rule, each once a step, oldest first. */
    static List<Breach> in(List<Event> events, List<Rule> rules) {
        Set<Breach> found = new LinkedHashSet<>();
        for (Event event : events) {
            if (event instanceof Event.Attempted attempted) {
                found.addAll(in(attempted.step(), PROGRAM, attempted.attempt().code(), rules));
            } else if (event instanceof Event.ToolUsed used) {
                found.addAll(in(used.step(), used.tool(), used.input(), rules));
            }
        }
        return List.copyOf(found);
    }

    private static List<Breach> in(int step, String where, String text, List<Rule> rules) {
        List<Breach> found = new ArrayList<>();
        for (Rule rule : rules) {
            Pattern pattern = Pattern.compile(rule.pattern());
            text.lines()
                    .filter(pattern.asPredicate())
                    .map(String::strip)
                    .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
                    .forEach(line -> found.add(new Breach(step, rule.id(), rule.about(), where, line)));
        }
        return found;
    }
}

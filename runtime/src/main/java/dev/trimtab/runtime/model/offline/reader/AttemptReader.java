package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was tried and what came of it, from any text: AIDE's memory, a research log, an observation, a ledger line, a compressed record or
 * plain prose.
 *
 * <p>It knows no formats. A sentence that states a design opens an attempt; a score or an error belongs to the design on the same line, else to
 * the latest design before it that has no outcome yet.
 */
public final class AttemptReader {
    private static final Pattern SENTENCE = Pattern.compile("[^\\n]+?(?:[.!?](?=\\s+[A-Z\"(-])|[.!?…]?(?=\\n|$))");
    private static final Pattern SCORE = Pattern.compile(
            "\\b(?:validation (?:metric|score|[a-z-]+)|scor(?:e|ed|ing)|reach(?:ed|ing)|achiev(?:ed|ing)|metric)"
                    + "[\"'`*]*(?: (?:is|was|of|at|came out at))?[ :=]*(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\b((?:[A-Z][a-z]+){1,5}(?:Error|Exception))\\b");
    /** How a line of a program begins, also in a difference between two. */
    private static final Pattern STATEMENT =
            Pattern.compile("[ \\t+-]*(?:return |import |from \\S+ import |def |[\\w.\\[\\]]+ = ).*");

    private static final List<String> FAULTS = List.of(
            "no validation score",
            "no submission",
            "judged faulty",
            "did not compile",
            "was stopped",
            "outcome: failed",
            "outcome: exhausted");

    private record Outcome(int position, OptionalDouble score, String error) {}

    private record Mention(int position, Design design) {}

    private AttemptReader() {}

    /** Returns the attempts that a text tells of, in its order, each once; the same attempt told twice counts where it is told last. */
    public static List<AttemptFact> read(String text) {
        List<Mention> designs = designs(text);
        List<Outcome> outcomes = outcomes(text);
        List<AttemptFact> facts = new ArrayList<>();
        boolean[] taken = new boolean[outcomes.size()];
        @Nullable Outcome[] own = new @Nullable Outcome[designs.size()];
        for (int d = 0; d < designs.size(); d++) {
            own[d] = onLine(text, designs, d, outcomes, taken);
        }
        for (int d = 0; d < designs.size(); d++) {
            int until = d + 1 < designs.size() ? designs.get(d + 1).position() : text.length();
            for (int o = 0; o < outcomes.size() && own[d] == null; o++) {
                int at = outcomes.get(o).position();
                if (!taken[o] && at > designs.get(d).position() && at < until) {
                    own[d] = outcomes.get(o);
                    taken[o] = true;
                }
            }
            Outcome outcome = own[d];
            AttemptFact fact = new AttemptFact(
                    designs.get(d).design(),
                    outcome == null ? OptionalDouble.empty() : outcome.score(),
                    outcome == null ? "" : outcome.error(),
                    designs.get(d).position());
            facts.removeIf(fact::sameAs);
            facts.add(fact);
        }
        return facts;
    }

    private static List<Mention> designs(String text) {
        List<Mention> designs = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            int at = sentence.start();
            if (STATEMENT.matcher(sentence.group()).matches()) {
                continue; // what a call names is no attempt
            }
            Optional<Design> design = DesignReader.read(sentence.group());
            design.ifPresent(d -> designs.add(new Mention(at, d)));
        }
        return designs;
    }

    /** An outcome on the same line as the design, where the line tells of no other design. */
    private static @Nullable Outcome onLine(
            String text, List<Mention> designs, int d, List<Outcome> outcomes, boolean[] taken) {
        int start = text.lastIndexOf('\n', designs.get(d).position()) + 1;
        int newline = text.indexOf('\n', designs.get(d).position());
        int end = newline < 0 ? text.length() : newline;
        for (int other = 0; other < designs.size(); other++) {
            int at = designs.get(other).position();
            if (other != d && at >= start && at < end) {
                return null;
            }
        }
        for (int o = 0; o < outcomes.size(); o++) {
            int at = outcomes.get(o).position();
            if (!taken[o] && at >= start && at < end) {
                taken[o] = true;
                return outcomes.get(o);
            }
        }
        return null;
    }

    /** Outcomes in the order of the text; of a failure the error's class stands for words that say that it failed. */
    private static List<Outcome> outcomes(String text) {
        List<Outcome> outcomes = new ArrayList<>();
        Matcher score = SCORE.matcher(text);
        while (score.find()) {
            double value = Double.parseDouble(score.group(1));
            outcomes.add(new Outcome(score.start(), OptionalDouble.of(value), ""));
        }
        Matcher error = ERROR.matcher(text);
        while (error.find()) {
            outcomes.add(new Outcome(error.start(), OptionalDouble.empty(), error.group(1)));
        }
        for (String fault : FAULTS) {
            for (int at = text.indexOf(fault); at >= 0; at = text.indexOf(fault, at + 1)) {
                boolean named =
                        fault.startsWith("outcome") && error.reset().find(at) && sameLine(text, at, error.start());
                if (!named) {
                    outcomes.add(new Outcome(at, OptionalDouble.empty(), "Failure"));
                }
            }
        }
        outcomes.sort(java.util.Comparator.comparingInt(Outcome::position));
        return outcomes;
    }

    private static boolean sameLine(String text, int from, int to) {
        return text.substring(from, to).indexOf('\n') < 0;
    }
}

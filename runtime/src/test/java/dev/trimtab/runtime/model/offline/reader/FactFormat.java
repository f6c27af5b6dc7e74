package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.Design;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats in which a prompt may tell of the same attempt. */
enum FactFormat {
    AIDE_MEMORY("AIDE memory") {
        @Override
        String write(int number, Design design, double score, String error) {
            String plan = design.sentence() + " One part of the training rows is held out and never fitted on.";
            return error.isEmpty()
                    ? "Design: " + plan + "\nResults: The program ended well; validation auc is " + score
                            + ".\nValidation Metric: " + score
                    : "Design: " + plan + "\nResults: The program failed with " + error
                            + ": bad input. It came to no result.";
        }
    },
    RESEARCH_LOG("MLAB research log") {
        @Override
        String write(int number, Design design, double score, String error) {
            String seen = error.isEmpty()
                    ? "Validation auc: " + score + "\nWrote 40 predictions to ./submission/submission.csv"
                    : "Exception in thread \"main\" java.lang." + error + ": bad input";
            return "Step " + number + ":\nReflection: The script is ready to be run.\nResearch Plan and Status: "
                    + design.sentence()
                    + "\nAction: Execute Script\nAction Input: {\"script_name\": \"Solution.java\"}\nObservation:\n"
                    + seen;
        }
    },
    OBSERVATION("OpenHands observation") {
        @Override
        String write(int number, Design design, double score, String error) {
            String seen = error.isEmpty()
                    ? "Validation auc: " + score
                    : "java.lang." + error + ": bad input\n\tat Solution.main(Solution.java:44)";
            return "I write the program now. " + design.sentence() + "\nexecute_bash: java Solution.java\n" + seen
                    + "\n[Command finished with exit code " + (error.isEmpty() ? 0 : 1) + "]";
        }
    },
    LEDGER_LINE("ledger line") {
        @Override
        String write(int number, Design design, double score, String error) {
            return "- (n" + number + ") family: linear | outcome: " + (error.isEmpty() ? "scored" : "failed")
                    + " | score: "
                    + (error.isEmpty() ? Double.toString(score) : "-") + " | error: " + (error.isEmpty() ? "-" : error)
                    + " | open: verify | next: improve | did: " + design.sentence();
        }
    },
    RECORD("compressed record") {
        @Override
        String write(int number, Design design, double score, String error) {
            return "hypothesis: n" + number + "\nfamily: constant\ncertificate: L7 holds, margin 0.3\ndid: "
                    + design.sentence() + "\n" + (error.isEmpty() ? "score: " + score : "error: " + error)
                    + "\nnext: improve";
        }
    },
    PARAPHRASE("paraphrase") {
        @Override
        String write(int number, Design design, double score, String error) {
            String models = design.models().stream()
                    .map(m -> m.family().words()
                            + m.settings().entrySet().stream()
                                    .map(e -> " at " + e.getKey().say(e.getValue()))
                                    .collect(Collectors.joining()))
                    .collect(Collectors.joining(" and "));
            String how = design.blend() ? "an average of " : "";
            String data = design.features().entrySet().stream()
                    .map(e -> " using " + e.getKey().say(e.getValue()))
                    .collect(Collectors.joining());
            String end = error.isEmpty() ? "It scored " + score + "." : "It broke with a " + error + ".";
            return "Earlier we gave " + how + models.toLowerCase(Locale.ROOT) + data + " a try. " + end;
        }
    };

    private final String words;

    FactFormat(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract String write(int number, Design design, double score, String error);
}

package dev.trimtab.benchmark.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Long and short answers found in documents, after the competition tensorflow2-question-answering. A submission has two
 * rows a question, {@code <id>_long} and {@code <id>_short}, each with a span {@code start:end} of tokens, {@code YES},
 * {@code NO}, or nothing; the answers are JSON objects whose first annotation counts. 1 is perfect. Pairs rows itself.
 *
 * @param id the id column
 * @param target the column of the predictions
 * @param annotations the field of the answers that holds them
 * @param byOutcome whether the score is the share of rows that are right, which MLE-bench's grader gets as a micro-averaged
 *     F1 over the outcomes 0 and 1; else it is the F1 score of the answers given
 */
record AnswerSpans(String id, String target, String annotations, boolean byOutcome) implements Metric {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG = "_long";
    private static final String SHORT = "_short";

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public List<String> truthColumns() {
        return List.of(annotations);
    }

    @Override
    public double score(Table answers, Table submission) {
        if (submission.size() != 2 * answers.size()) {
            throw new SubmissionFormatException("the submission has " + submission.size()
                    + " rows but must have two for each of the " + answers.size() + " questions");
        }
        Map<String, Set<String>> valid = valid(answers);
        Column ids = submission.column(id);
        Column cells = submission.column(target);
        Set<String> seen = new HashSet<>();
        double right = 0;
        double given = 0;
        double wanted = 0;
        for (int row = 0; row < ids.size(); row++) {
            String name = PandasText.of(ids, row);
            Set<String> accepted = valid.get(name);
            if (accepted == null || !seen.add(name)) {
                throw new SubmissionFormatException("column `" + id + "` must hold <id>" + LONG + " and <id>" + SHORT
                        + " of every question once, but holds `" + Column.shortened(name) + "`"
                        + (accepted == null ? "" : " twice"));
            }
            String answer = normal(cells.isMissing(row) ? "" : PandasText.of(cells, row));
            boolean correct = accepted.contains(answer);
            given += answer.isEmpty() ? 0 : 1;
            wanted += accepted.isEmpty() ? 0 : 1;
            right += correct || (byOutcome && answer.isEmpty() && accepted.isEmpty()) ? 1 : 0;
        }
        if (byOutcome) {
            return right / ids.size();
        }
        return given + wanted == 0 ? 0 : 2 * right / (given + wanted);
    }

    /** Returns an answer with plain numbers. */
    private String normal(String cell) {
        String answer = PythonText.strip(cell);
        String[] span = answer.split(":", -1);
        try {
            if (span.length == 2) {
                return new BigInteger(PythonText.strip(span[0])) + ":" + new BigInteger(PythonText.strip(span[1]));
            }
        } catch (NumberFormatException e) {
            throw malformed(answer);
        }
        if (!List.of("YES", "NO", "").contains(answer)) {
            throw malformed(answer);
        }
        return answer;
    }

    private SubmissionFormatException malformed(String answer) {
        return new SubmissionFormatException("column `" + target
                + "` must hold start:end in whole numbers, YES, NO or nothing but holds `" + Column.shortened(answer)
                + "`");
    }

    private Map<String, Set<String>> valid(Table answers) {
        Column ids = answers.column(id);
        Column cells = answers.column(annotations);
        Map<String, Set<String>> valid = new HashMap<>();
        for (int row = 0; row < ids.size(); row++) {
            JsonNode annotation = read(cells.text(row)).path(0);
            Set<String> ofLong = new HashSet<>();
            JsonNode passage = annotation.path("long_answer");
            if (passage.path("start_token").asLong() != -1) {
                ofLong.add(span(passage));
            }
            Set<String> ofShort = new HashSet<>();
            annotation.path("short_answers").forEach(part -> ofShort.add(span(part)));
            String verdict = annotation.path("yes_no_answer").asText();
            if (!verdict.equals("NONE")) {
                ofShort.add(verdict);
            }
            valid.put(ids.text(row) + LONG, ofLong);
            valid.put(ids.text(row) + SHORT, ofShort);
        }
        return valid;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answers hold an annotation that is no JSON", e);
        }
    }

    private static String span(JsonNode node) {
        return node.path("start_token").asLong() + ":" + node.path("end_token").asLong();
    }
}

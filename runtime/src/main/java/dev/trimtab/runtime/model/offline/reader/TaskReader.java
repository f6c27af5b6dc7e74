package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a prompt tells of the task: from its wording and, where there is one, from the description of the data files. */
final class TaskReader {
    private static final Pattern PRINTED = Pattern.compile("Validation ([A-Za-z][\\w-]*) ?[:=]");
    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^[ \\t>`|]*([A-Za-z_]\\w*),([^\\n`]+?)`?[ \\t]*\\n[ \\t>`|]*\\w+,[^\\n]*\\d");
    private static final Pattern HEADER = Pattern.compile("`([A-Za-z_]\\w*),([A-Za-z_][\\w ,.-]*)`");
    private static final Pattern TARGET = Pattern.compile(
            "(?i)(?:\\btarget|column to predict|to be predicted)\\b(?: column)?(?: is| named|:| called)?[ \\t]*[`\"']([A-Za-z_][\\w .-]*)[`\"']");
    private static final Pattern COLUMN = Pattern.compile(
            "(?i)with the column [`\"']([A-Za-z_][\\w .-]*)[`\"']|[`\"']([A-Za-z_][\\w .-]*)[`\"'][ |]*target\\b");
    private static final Pattern PIXELS = Pattern.compile("(?i)\\b(?:px|pixel)_?\\d+\\b");
    private static final Pattern SERIES = Pattern.compile(
            "(?i)\\d (?:whole |real )?numbers\\b[^|\\n]*\\b(?:between|separated by) (?:single )?(?:blanks|spaces)");
    private static final Pattern CALENDAR =
            Pattern.compile("(?i)forecast|time[- ]series|day by day|daily|next year|year ahead");
    private static final Pattern PASSAGES =
            Pattern.compile("(?i)`(?:text|passage|comment|review|body)`|\\bpassages?\\b|\\bsentences\\b");

    private static final Pattern JAVA = Pattern.compile("\\bJava\\b(?!Script)|Solution\\.java|```java\\b|\\bjava\\b");
    private static final Pattern PYTHON =
            Pattern.compile("(?i)\\bpython3?\\b|\\w\\.py\\b|scikit-learn|(?m:^import (?:pandas|numpy)\\b)");

    private TaskReader() {}

    /**
     * Returns the facts.
     *
     * @param prompt the whole prompt
     * @param frame the prompt without what was done so far, or the part of it that tells of the problem
     * @param task what it tells of the task in words
     * @param data the description of the data files
     * @param code the program under work
     */
    static TaskFacts read(String prompt, String frame, String task, String data, String code) {
        String told = task + "\n" + data;
        Metric metric = metric(prompt, task, code);
        String[] header = header(told);
        String target = target(told, header, metric);
        return new TaskFacts(
                metric,
                header.length > 0 ? header[0] : "id",
                target,
                shape(told, metric),
                prompt.toLowerCase(Locale.ROOT).contains("xgboost4j"),
                direction(prompt),
                language(prompt),
                PlaceReader.data(prompt),
                PlaceReader.submission(frame));
    }

    private static TaskFacts.Language language(String prompt) {
        boolean python = !JAVA.matcher(prompt).find() && PYTHON.matcher(prompt).find();
        return python ? TaskFacts.Language.PYTHON : TaskFacts.Language.JAVA;
    }

    private static Metric metric(String prompt, String task, String code) {
        Matcher printed = PRINTED.matcher(prompt);
        while (printed.find()) {
            Optional<Metric> metric = Metric.read(printed.group(1));
            if (metric.isPresent()) {
                return metric.get();
            }
        }
        return Metric.read(task).or(() -> Metric.read(code)).orElse(Metric.RMSE);
    }

    private static String[] header(String told) {
        for (Pattern pattern : List.of(SAMPLE, HEADER)) {
            Matcher header = pattern.matcher(told);
            if (header.find()) {
                return (header.group(1) + "," + header.group(2)).split("\\s*,\\s*");
            }
        }
        return new String[0];
    }

    private static String target(String told, String[] header, Metric metric) {
        if (header.length == 2 && metric != Metric.LOG_LOSS) {
            return header[1];
        }
        Matcher column = COLUMN.matcher(told);
        if (column.find()) {
            return column.group(1) == null ? column.group(2) : column.group(1);
        }
        Matcher target = TARGET.matcher(told);
        return target.find() ? target.group(1) : "";
    }

    private static Optional<Shape> shape(String told, Metric metric) {
        if (told.isBlank()) {
            return Optional.empty();
        }
        Optional<Shape> answers = Shape.ofAnswers(metric);
        if (answers.isPresent()) {
            return answers;
        }
        if (PIXELS.matcher(told).find()) {
            return Optional.of(Shape.IMAGE);
        }
        boolean dated = Pattern.compile("(?i)\\byear\\b").matcher(told).find()
                && Pattern.compile("(?i)\\bmonth\\b").matcher(told).find();
        if (dated && CALENDAR.matcher(told).find()) {
            return Optional.of(Shape.TIME_SERIES);
        }
        if (SERIES.matcher(told).find()) {
            return Optional.of(Shape.SERIES);
        }
        return Optional.of(PASSAGES.matcher(told).find() ? Shape.TEXT : Shape.TABLE);
    }

    private static Optional<Family> direction(String prompt) {
        Matcher line = Pattern.compile("(?mi)^[^\\n]*\\b(?:try this direction|direction to take)\\b:?(.*)$")
                .matcher(prompt);
        if (!line.find()) {
            return Optional.empty();
        }
        for (Family family : Family.values()) {
            if (family.pattern().matcher(line.group(1)).find()) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}

package dev.trimtab.benchmark.metric;

import dev.trimtab.runtime.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The mean modified Laplace log likelihood of a patient's last measurements, after the competition
 * osic-pulmonary-fibrosis-progression: standard deviations count from 70 on, errors up to 1000. The higher the better.
 * Pairs rows itself. An id joins a patient and a week by the last {@code _}; answers without a value are no measurements.
 *
 * @param id the id column
 * @param value the column of the true and the predicted value
 * @param deviation the column of the predicted standard deviation
 * @param patient the column of the answers that names the patient
 * @param last how many measurements of each patient count
 * @param absentIgnored whether measurements that a submission leaves out do not count, as in MLE-bench; else they must be
 *     there
 */
record LaplaceLogLikelihood(String id, String value, String deviation, String patient, int last, boolean absentIgnored)
        implements Metric {
    private static final double LEAST_DEVIATION = 70;
    private static final double GREATEST_ERROR = 1000;

    @Override
    public List<String> columns() {
        return List.of(value, deviation);
    }

    @Override
    public List<String> truthColumns() {
        return List.of(value, patient);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column given = submission.column(id);
        IdPairing.requireKnown(IdPairing.index(answers.column(id), given), given);
        for (String name : columns()) {
            if (!submission.column(name).isNumeric()) {
                throw new SubmissionFormatException("column `" + name + "` must hold numbers");
            }
        }
        double[] predicted = submission.column(value).numbers();
        double[] deviations = submission.column(deviation).numbers();
        Map<String, Double> truth = measurements(answers);
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (int row = 0; row < predicted.length; row++) {
            Double right = truth.get(given.text(row));
            if (right == null) {
                continue;
            }
            if (!seen.add(given.text(row))) {
                throw new SubmissionFormatException("column `" + id + "` holds `" + given.text(row) + "` twice");
            }
            double sigma = Math.max(Double.isNaN(deviations[row]) ? 0 : deviations[row], LEAST_DEVIATION);
            double error = Math.min(Math.abs(right - predicted[row]), GREATEST_ERROR);
            sum -= Math.sqrt(2) * error / sigma + Math.log(Math.sqrt(2) * sigma);
        }
        if (!absentIgnored && seen.size() < truth.size()) {
            throw new SubmissionFormatException(
                    "the submission lacks " + Counted.of(truth.size() - seen.size(), "row") + " to be scored");
        }
        return sum / seen.size();
    }

    /** Returns the measurements that count, by id. */
    private Map<String, Double> measurements(Table answers) {
        Column ids = answers.column(id);
        Column patients = answers.column(patient);
        double[] values = answers.column(value).numbers();
        Map<String, List<Integer>> rows = new HashMap<>();
        IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .forEach(row -> rows.computeIfAbsent(patients.text(row), name -> new ArrayList<>())
                        .add(row));
        Map<String, Double> measurements = new HashMap<>();
        for (List<Integer> weeks : rows.values()) {
            weeks.sort(Comparator.comparingInt(row -> week(ids.text(row))));
            weeks.subList(Math.max(0, weeks.size() - last), weeks.size())
                    .forEach(row -> measurements.put(ids.text(row), values[row]));
        }
        return measurements;
    }

    private static int week(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('_') + 1));
    }
}

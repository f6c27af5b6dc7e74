package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import java.util.Optional;

/**
 * What a prompt tells of the task.
 *
 * @param metric the metric
 * @param id the column that names a row; {@code id} if it is not told
 * @param target the column to predict; empty if it is not told, or if the submission has a column for each class
 * @param shape the shape of the data, empty if it cannot be told
 * @param xgboost whether XGBoost is listed among the installed libraries
 * @param direction a kind of model that the prompt asks to try
 * @param language the language that is wanted: Python where the prompt speaks of it and not of Java
 * @param data the folder that the data lie in, empty if it is not told
 * @param folder where the submission is wanted
 */
public record TaskFacts(
        Metric metric,
        String id,
        String target,
        Optional<Shape> shape,
        boolean xgboost,
        Optional<Family> direction,
        Language language,
        Optional<String> data,
        ProgramTask.Folder folder) {
    /** Returns the folder that the data are said to lie in, empty if none is told or it is the usual one. */
    public Optional<String> elsewhere() {
        return data.filter(folder -> !folder.equals(ProgramTask.INPUT));
    }

    /** A language that programs are wanted in. */
    public enum Language {
        JAVA,
        PYTHON
    }
}

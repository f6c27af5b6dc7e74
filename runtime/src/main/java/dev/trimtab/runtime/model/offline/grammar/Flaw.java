package dev.trimtab.runtime.model.offline.grammar;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A mistake that a program can carry; each really fails, or really misleads, when the program is run. */
public enum Flaw {
    /** The target column's name is misspelt. */
    WRONG_COLUMN,
    /** An import is forgotten. */
    MISSING_IMPORT,
    /** The score goes into a variable of the wrong type. */
    WRONG_TYPE,
    /** Empty cells are parsed as numbers. */
    EMPTY_CELLS,
    /** There is one output too few for the classes. */
    CLASS_COUNT,
    /** The submission goes into another folder. */
    WRONG_FOLDER,
    /** The model is validated on rows that it was fitted on; nothing fails, the score is too good. */
    LEAK;

    /** Returns the mistakes that a program of a design could carry. */
    static Set<Flaw> possible(Design design, ProgramTask task) {
        Set<Flaw> flaws = EnumSet.allOf(Flaw.class);
        Shape shape = Shape.of(design.features());
        if (shape != Shape.TABLE && shape != Shape.TEXT) {
            flaws.remove(EMPTY_CELLS);
        }
        if (!task.metric().classes() || shape == Shape.MASK) {
            flaws.remove(CLASS_COUNT);
        }
        if (task.target().isEmpty()) {
            flaws.remove(WRONG_COLUMN);
        }
        return flaws;
    }

    /** Returns the mistakes that are there. */
    static Set<Flaw> holding(Map<Flaw, Boolean> there) {
        Set<Flaw> holding = EnumSet.allOf(Flaw.class);
        holding.removeIf(flaw -> !there.getOrDefault(flaw, false));
        return holding;
    }

    /** A slip of the fingers that no column name survives: a letter is lost, or one is added to a short name. */
    static String misspelt(String name) {
        int middle = name.length() / 2;
        return name.length() < 3 ? name + "s" : name.substring(0, middle) + name.substring(middle + 1);
    }
}

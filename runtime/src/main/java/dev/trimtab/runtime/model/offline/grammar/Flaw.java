package dev.trimtab.runtime.model.offline.grammar;

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
    LEAK
}

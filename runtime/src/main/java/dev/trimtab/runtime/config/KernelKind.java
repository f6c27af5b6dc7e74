package dev.trimtab.runtime.config;

/** The language solutions are written in. */
public enum KernelKind {
    /** One {@code Solution.java}. */
    JAVA,
    /** One {@code solution.py}. */
    PYTHON
}

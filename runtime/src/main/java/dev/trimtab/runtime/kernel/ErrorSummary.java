package dev.trimtab.runtime.kernel;

/**
 * What went wrong in an execution, read from its trace.
 *
 * @param type simple name of the error's class, such as {@code KeyError} or {@code FileNotFoundException}; {@code
 *     CompileError} for a Java program that does not compile, {@code TimeoutError} and its like for a passed limit
 * @param message the error's message in one line, empty if it has none
 * @param line line of the solution that is to blame, from 1; 0 if unknown
 */
public record ErrorSummary(String type, String message, int line) {}

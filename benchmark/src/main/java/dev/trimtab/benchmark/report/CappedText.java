package dev.trimtab.benchmark.report;

/**
 * A text as a report shows it: whole, or its head and tail.
 *
 * @param head the text, or its first part
 * @param leftOut characters left out after it; 0 when it is whole
 * @param tail what follows the gap
 */
public record CappedText(String head, int leftOut, String tail) {}

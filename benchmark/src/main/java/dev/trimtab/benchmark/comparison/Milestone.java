package dev.trimtab.benchmark.comparison;

/**
 * From here on a run would have submitted something else, had it been stopped.
 *
 * @param step control steps used by then
 * @param calls model calls made by then
 * @param tokens prompt and reply tokens used by then
 * @param standing what that submission is worth
 */
public record Milestone(int step, int calls, long tokens, Standing standing) {}

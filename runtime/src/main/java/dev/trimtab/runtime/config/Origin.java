package dev.trimtab.runtime.config;

/**
 * The place a configuration value was written.
 *
 * @param source a file's path, or the option as typed, such as {@code -o budget.steps=30}
 * @param line the line in the file, from 1; 0 for an option
 */
public record Origin(String source, int line) {
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}

package dev.trimtab.benchmark.mlebench.table;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * How a CSV file is read.
 *
 * @param file the file; its name ends in {@code .tsv} where tabs separate the cells
 * @param text columns that are text whatever their cells look like
 * @param precision how decimal numbers become binary ones
 * @param exclude rows left out, by column and cell
 */
public record Reading(Path file, Set<String> text, Precision precision, Map<String, String> exclude) {
    /** How pandas makes a number of a decimal. */
    public enum Precision {
        /** To the nearest number, as {@code float_precision="round_trip"} does. */
        ROUND_TRIP,
        /** By pandas' default, which may miss the nearest number by a few units in the last place. */
        FAST
    }

    /** Returns the usual way to read a file: all columns typed by their cells, numbers to the nearest. */
    public static Reading of(Path file) {
        return new Reading(file, Set.of(), Precision.ROUND_TRIP, Map.of());
    }

    /** Returns the way in which {@code pandas.read_csv} reads without options. */
    public static Reading fast(Path file) {
        return new Reading(file, Set.of(), Precision.FAST, Map.of());
    }

    char separator() {
        return file.toString().endsWith(".tsv") ? '\t' : ',';
    }
}

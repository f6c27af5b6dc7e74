package dev.trimtab.benchmark.mlebench.recipe;

/**
 * A row on its way into the prepared data.
 *
 * @param number its number in the raw table, from 0
 * @param place its number in its part, from 0
 * @param placeInBoth the same, counted on from the training rows if it is a test row
 * @param part train, test or all
 * @param cells one a column of the raw table
 */
@SuppressWarnings("ArrayRecordComponent") // one of millions, read once
record Row(int number, int place, int placeInBoth, String part, String[] cells) {}

package dev.trimtab.benchmark.mlebench.recipe;

import java.io.IOException;

/** Takes the rows of a part in their order. */
interface RowSink extends AutoCloseable {
    /** Takes a row. */
    void accept(Row row) throws IOException;

    /** Says that there are no more. */
    default void complete() throws IOException {}

    @Override
    default void close() throws IOException {}
}

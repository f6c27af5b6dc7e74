package dev.trimtab.benchmark.metric;

import java.io.IOException;

/** A file is no CSV file that can be taken apart; the message names the line. */
public final class CsvFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    CsvFormatException(String message) {
        super(message);
    }

    CsvFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}

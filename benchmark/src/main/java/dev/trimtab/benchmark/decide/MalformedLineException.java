package dev.trimtab.benchmark.decide;

/** A line that cannot be read: its message says where and what, in one line. */
final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedLineException(String message) {
        super(message);
    }

    MalformedLineException(String message, Throwable cause) {
        super(message, cause);
    }
}

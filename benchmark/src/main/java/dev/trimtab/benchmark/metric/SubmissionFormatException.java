package dev.trimtab.benchmark.metric;

/** A submission that cannot be scored; the message says in one line what is wrong with it and what is expected. */
public final class SubmissionFormatException extends RuntimeException {
    /** @param message one line, for the author of the submission; never an answer */
    public SubmissionFormatException(String message) {
        super(message);
    }
}

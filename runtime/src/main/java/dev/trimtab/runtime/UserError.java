package dev.trimtab.runtime;

/** Bad input: one line that says what is wrong, where, and what to do. The command line ends with exit code 2. */
public class UserError extends RuntimeException {
    /** @param message one line: what, where, what to do; never a secret */
    public UserError(String message) {
        super(message);
    }

    /**
     * @param message one line: what, where, what to do; never a secret
     * @param cause what was caught, shown under {@code --debug} only
     */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}

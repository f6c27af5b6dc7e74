package dev.trimtab.runtime;

/** A failure of what we stand on (disk, engine, network), not of the input. The command line ends with exit code 3. */
public class InfrastructureError extends RuntimeException {
    /** @param message one line: what failed, where, what to do; never a secret */
    public InfrastructureError(String message) {
        super(message);
    }

    /**
     * @param message one line: what failed, where, what to do; never a secret
     * @param cause what was caught, shown under {@code --debug} only
     */
    public InfrastructureError(String message, Throwable cause) {
        super(message, cause);
    }
}

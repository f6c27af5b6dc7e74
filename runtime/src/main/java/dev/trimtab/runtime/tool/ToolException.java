package dev.trimtab.runtime.tool;

/** A tool could not do what the agent asked of it; the message is for the agent. */
public final class ToolException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message what, and what would work */
    public ToolException(String message) {
        super(message);
    }
}

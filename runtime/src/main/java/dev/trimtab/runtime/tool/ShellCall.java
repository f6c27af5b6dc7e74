package dev.trimtab.runtime.tool;

import java.time.Duration;

/**
 * What an agent asks of a shell session in which a command may be left running.
 *
 * @param kind what it asks for
 * @param text the command, or the input without its line break; else empty
 * @param quiet time without new output after which the agent is answered although the command runs on, over 0
 * @param most time after which it is answered in any case, over 0
 */
public record ShellCall(Kind kind, String text, Duration quiet, Duration most) {
    /** What an agent asks for. */
    public enum Kind {
        /** A command. */
        RUN,
        /** To wait for the command that runs. */
        WAIT,
        /** A line of input for it. */
        INPUT,
        /** The end of its input, as by C-d. */
        END_OF_INPUT,
        /** An interrupt for it, as by C-c. */
        INTERRUPT
    }

    /** Checks the times. */
    public ShellCall {
        if (quiet.isNegative() || quiet.isZero() || most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("times must be > 0 but were " + quiet + " and " + most);
        }
    }
}

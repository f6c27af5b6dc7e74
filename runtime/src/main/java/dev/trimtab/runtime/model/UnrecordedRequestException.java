package dev.trimtab.runtime.model;

import dev.trimtab.runtime.UserError;

/** A request that the record of a replayed run holds no reply to, or none that was not given yet. */
public final class UnrecordedRequestException extends UserError {
    private static final long serialVersionUID = 1L;

    private final boolean atItsEnd;

    /** @param atItsEnd whether every recorded reply was given */
    UnrecordedRequestException(String message, boolean atItsEnd) {
        super(message);
        this.atItsEnd = atItsEnd;
    }

    /** Returns the same, told of a place in the run that is refused, with more of why. */
    public UnrecordedRequestException at(String place, String why) {
        return new UnrecordedRequestException(place + ": " + getMessage() + why, atItsEnd);
    }

    /** Returns whether every recorded reply was given, so that the recorded run asked no more either. */
    public boolean isAtItsEnd() {
        return atItsEnd;
    }
}

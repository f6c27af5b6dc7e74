package dev.trimtab.runtime.model;

import dev.trimtab.runtime.UserError;

/** A request that the record of a replayed run holds no reply to, or none that was not given yet. */
public final class UnrecordedRequestException extends UserError {
    UnrecordedRequestException(String message) {
        super(message);
    }
}

package dev.trimtab.runtime.context;

import dev.trimtab.runtime.UserError;

/** What a prompt cannot do without does not fit into the window. */
public final class WindowTooSmallError extends UserError {
    WindowTooSmallError(String message) {
        super(message);
    }
}

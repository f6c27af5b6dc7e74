package dev.trimtab.runtime.config;

import dev.trimtab.runtime.UserError;

/** A configuration value that cannot be used; the message names where it was written, its key and what to do. */
public final class ConfigException extends UserError {
    private final transient Origin origin;
    private final String key;

    /**
     * @param origin where the value was written
     * @param key the key's dotted path, such as {@code budget.steps}; empty for the file as a whole
     * @param problem what is wrong with it, and what would be right
     */
    public ConfigException(Origin origin, String key, String problem) {
        super(origin + ": " + problem);
        this.origin = origin;
        this.key = key;
    }

    /** Returns where the value was written. */
    public Origin origin() {
        return origin;
    }

    /** Returns the key's dotted path; empty for the file as a whole. */
    public String key() {
        return key;
    }
}

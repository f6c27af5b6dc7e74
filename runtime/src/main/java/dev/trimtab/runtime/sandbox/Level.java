package dev.trimtab.runtime.sandbox;

/** How far a machine lets us isolate, strongest first. */
enum Level {
    /** As root: own namespaces and a dedicated unprivileged uid. */
    NAMESPACES,
    /** As an ordinary user: own namespaces beneath a user namespace. */
    USER_NAMESPACES,
    /** As root without namespaces: a dedicated unprivileged uid only. */
    UID,
    /** Limits by watching only. */
    WATCHED;

    boolean isolatesFiles() {
        return this == NAMESPACES || this == USER_NAMESPACES;
    }

    boolean changesUid() {
        return this == NAMESPACES || this == UID;
    }
}

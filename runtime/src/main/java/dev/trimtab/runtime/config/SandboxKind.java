package dev.trimtab.runtime.config;

/** Where programs run. */
public enum SandboxKind {
    /** Namespaces and limits of this machine. */
    LOCAL,
    /** A container without network. */
    DOCKER
}

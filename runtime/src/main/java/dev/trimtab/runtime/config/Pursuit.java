package dev.trimtab.runtime.config;

/** Who decides what the next step works on. */
public enum Pursuit {
    /** The scaffold's native search; a policy changes only what is in the context. */
    SCAFFOLD,
    /** The scaffold's native search, with the controller's choice shown to the model. */
    ADVICE,
    /** The controller. */
    CONTROLLER
}

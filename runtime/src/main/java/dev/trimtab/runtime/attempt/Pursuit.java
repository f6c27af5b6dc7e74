package dev.trimtab.runtime.attempt;

/** What the controller says the next step should work on; whether an agent obeys depends on {@link Mode}. */
public sealed interface Pursuit {

    /** Who decides what the next step works on. */
    enum Mode {
        /** The scaffold's native search; a policy changes only what is in the context. */
        SCAFFOLD,
        /** The scaffold's native search, with the controller's advice shown to the model. */
        ADVICE,
        /** The controller. */
        CONTROLLER
    }

    /** No opinion: the native search decides. */
    record Native() implements Pursuit {}

    /**
     * Work on this attempt next: debug it when it is buggy, else improve it.
     *
     * @param attempt id of the attempt
     */
    record WorkOn(String attempt) implements Pursuit {}

    /**
     * Draft a solution of a family not tried yet.
     *
     * @param reason one sentence that may be shown to the model
     */
    record OpenFamily(String reason) implements Pursuit {}
}

package dev.trimtab.controller.policy;

/**
 * Which parts of the controller are on; each ablation turns one off.
 *
 * @param reset whether resets are considered (law L8)
 * @param contamination whether legacy is kept below its threshold (law L1)
 * @param families whether routes share families; if not, each is its own
 * @param reserve whether shadows are counted on and tokens kept to reopen one (law L4)
 * @param learnedPromise whether promises are learned from evidence; if not, stated ones are used
 */
public record Switches(
        boolean reset, boolean contamination, boolean families, boolean reserve, boolean learnedPromise) {
    /** Everything on. */
    public static final Switches ALL = new Switches(true, true, true, true, true);
}

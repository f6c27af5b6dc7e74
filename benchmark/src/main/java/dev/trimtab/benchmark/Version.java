package dev.trimtab.benchmark;

/** The version that runs, experiments and the command line name. */
public final class Version {
    /** Major, minor and patch number. */
    public static final String NUMBER = "0.1.0";

    private Version() {}
}

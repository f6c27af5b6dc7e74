package dev.trimtab.runtime.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a kernel's programs are installed: on this machine, or in a container's image. */
public interface Site {
    /** Returns what tells this place's content from another's; empty for this machine. */
    String id();

    /** Returns whether this is the machine that Trimtab runs on. */
    default boolean isThisMachine() {
        return id().isEmpty();
    }

    /** Returns where a program of this name may be, the likeliest first. */
    List<String> candidates(String program);

    /** Returns whether one of these files is there. */
    boolean hasAnyOf(List<String> files);

    /**
     * Runs a short program of ours to its end.
     *
     * @param argv the program and its arguments
     * @param readable files of this machine that it needs
     * @param input its standard input
     * @return what it printed to standard output; empty if it could not be started, failed, or took too long
     * @throws dev.trimtab.runtime.InfrastructureError if it was interrupted, or the place itself failed
     */
    Optional<String> ask(List<String> argv, List<Path> readable, String input);
}

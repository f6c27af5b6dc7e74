package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A language and its libraries: how a solution is written, checked, run, and how its errors read. */
public interface Kernel {
    /** Returns the name in configuration: {@code java} or {@code python}. */
    String name();

    /** Returns the language with its version, such as {@code python 3.11.2}. */
    String language();

    /** Returns everything that can change a program's result: language version, libraries and flags. */
    String version();

    /** Returns the name of the solution's file in the workspace, such as {@code Solution.java}. */
    String solutionFile();

    /** Returns the language word of a Markdown fence, such as {@code python}. */
    String fenceLanguage();

    /** Returns whether the code is syntactically a program; nothing is run. */
    boolean parses(String code);

    /**
     * Returns the command that runs the solution file of a workspace. The workspace's {@code input} folder becomes
     * read-only.
     *
     * @param workspace an absolute directory that holds {@link #solutionFile()}
     * @param limits what the execution will be given; a kernel derives its own flags from it
     * @throws dev.trimtab.runtime.UserError if the limits do not even let the language start
     */
    Command command(Path workspace, Limits limits);

    /** Returns whether the same program on the same data gives the same result each time, on any number of cores. */
    boolean deterministic();

    /** Returns what went wrong, null if nothing did. */
    @Nullable ErrorSummary errorOf(ExecutionResult result, String code);

    /** Returns the names of the libraries a solution may use, as a prompt would list them. */
    List<String> packages();

    /** Returns one line for each library that a solution could use but for something this machine lacks, and what. */
    default List<String> missing() {
        return List.of();
    }
}

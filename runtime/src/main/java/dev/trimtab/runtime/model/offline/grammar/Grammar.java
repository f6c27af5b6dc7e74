package dev.trimtab.runtime.model.offline.grammar;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes designs as complete programs of one kernel's language. */
public interface Grammar {
    /** Returns the language word of a Markdown fence, such as {@code java}. */
    String language();

    /** Returns the name of a program's file, such as {@code Solution.java}. */
    String file();

    /** Returns the command that runs a program in its folder. */
    String run();

    /** Returns the mistakes that a program of this design could carry. */
    default Set<Flaw> flaws(Design design, ProgramTask task) {
        return Flaw.possible(design, task);
    }

    /** Returns the mistakes that are seen in a program, as far as the text at hand shows them. */
    Set<Flaw> seen(String code, ProgramTask task);

    /**
     * Returns a complete program; the same arguments always give the same text.
     *
     * @param design the pipeline
     * @param task what it is for
     * @param flaw a mistake to make, or null for none
     */
    String write(Design design, ProgramTask task, @Nullable Flaw flaw);
}

package dev.trimtab.runtime.tool;

import dev.trimtab.runtime.sandbox.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * The two outputs of a program that was run by {@link #apart}.
 *
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Streams(String out, String err) {
    private static final String MARK = "\n--- standard error ---\n";
    private static final String APART = "e=$(mktemp); \"$@\" 2>\"$e\"; c=$?; printf '"
            + MARK.replace("\n", "\\n").replace("---", "%s") + "' --- ---; cat \"$e\"; rm -f \"$e\"; exit $c";

    /** Returns a command that prints what the given one prints, standard error last. */
    public static Command apart(Command command) {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", APART, "sh"));
        argv.addAll(command.argv());
        return new Command(argv, command.workspace(), command.readable(), command.environment());
    }

    /** Reads what such a command printed; without the mark, as when it was stopped, all of it is standard output. */
    public static Streams of(String output) {
        int mark = output.lastIndexOf(MARK);
        return mark < 0
                ? new Streams(output, "")
                : new Streams(output.substring(0, mark), output.substring(mark + MARK.length()));
    }
}

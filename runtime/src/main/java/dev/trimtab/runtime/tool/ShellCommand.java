package dev.trimtab.runtime.tool;

import dev.trimtab.runtime.sandbox.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * A command of a shell session that lasts from one command to the next: each runs in a shell of its own that begins in the directory and with the
 * exported variables that the last one left in a file of the workspace, so that a session is restored with the workspace. Processes left running
 * end with their command.
 */
public final class ShellCommand {
    /** The file that says which directory a session is in, as programs see it. */
    private static final String DIRECTORY = ".shell_directory";

    private static final String SESSION = """
            root=$PWD
            [ -f .shell_state ] && . ./.shell_state 2>/dev/null
            command=$1
            start=$(printf '%q ' "${@:3}")
            for name in "$2" "${2}3"; do eval "$name() { $start \\"\\$@\\"; }"; export -f "$name"; done
            keep() {
              { export -p; printf 'cd %q\\n' "$PWD"; } > "$root/.shell_state"
              case $PWD/ in "$root"/*) told=/workspace${PWD#"$root"} ;; *) told=$PWD ;; esac
              printf %s "$told" > "$root/.shell_directory"
            }
            trap keep EXIT
            set --
            eval "$command"
            """;

    private ShellCommand() {}

    /**
     * Returns the command.
     *
     * @param text what the shell is to do
     * @param language how the session calls the kernel's program, such as {@code python}
     * @param kernel how the kernel runs a solution
     */
    public static Command of(String text, String language, Command kernel) {
        List<String> argv = new ArrayList<>(List.of("/bin/bash", "-c", SESSION, "bash", text, language));
        argv.addAll(kernel.argv().subList(0, kernel.argv().size() - 1));
        return new Command(argv, kernel.workspace(), kernel.readable(), kernel.environment());
    }

    /** Returns the directory that a session is in; the workspace's own before the first command. */
    public static String directory(AgentFiles files) throws ToolException {
        return files.exists(DIRECTORY) ? files.read(DIRECTORY) : Command.WORKSPACE;
    }
}

package dev.trimtab.runtime.tool;

import dev.trimtab.runtime.sandbox.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command of a shell session that lasts from one command to the next: each runs in a shell of its own that begins in the directory and with the
 * exported variables that the last one left in a file of the workspace, so that a session is restored with the workspace. Processes left running
 * end with their command. The kernel's program is found by its usual names, by the shell and by what starts programs for it ({@code timeout},
 * {@code nohup}).
 */
public final class ShellCommand {
    /** The file that says which directory a session is in, as programs see it. */
    private static final String DIRECTORY = ".shell_directory";

    private static final String SESSION = """
            root=$PWD
            [ -f .shell_state ] && . ./.shell_state 2>/dev/null
            command=$1
            start=$(printf '%q ' "${@:3}")
            first() { case :$PATH: in *":$1:"*) ;; *) PATH=$1:$PATH ;; esac; }
            first "${3%/*}"
            if [ "$2" = python ]; then
              for name in python python3; do
                [ -x "${3%/*}/$name" ] || {
                  program=$root/.shell_bin/$name
                  mkdir -p "${program%/*}" && printf '#!/bin/bash\\nexec %s"$@"\\n' "$start" >"$program" &&
                    chmod +x "$program" && first "${program%/*}"
                } 2>/dev/null
              done
            fi
            unset -f first; unset program
            for name in "$2" "${2}3"; do eval "$name() { $start \\"\\$@\\"; }"; export -f "$name"; done
            keep() {
              { export -p; printf 'cd %q\\n' "$PWD"; } > "$root/.shell_state"
              case $PWD/ in "$root"/*) told=/workspace${PWD#"$root"} ;; *) told=$PWD ;; esac
              printf %s "$told" > "$root/.shell_directory"
            }
            trap keep EXIT
            trap 'exit 130' INT
            set --
            eval "$command"
            """;

    /**
     * Runs one command after the other, each in a shell of its own whose input it holds open, and looks ten times a second for what
     * {@link ShellSession} leaves in a file. It ends with a command that leaves nothing running; else it says how that ended, and waits.
     */
    private static final String LASTING = """
            exec 6>&2 2>/dev/null
            session=$1 text=$2; shift 2
            command_of() {
              rm -f .shell_input; mkfifo .shell_input; exec 8<>.shell_input 7<.shell_input; rm -f .shell_input
              /bin/bash -c "$session" bash "$@" 0<&7 7<&- 8>&- 9>&- 2>&6 6>&- &
              worker=$!
              exec 7<&-
            }
            others() {
              [ -z "$TRIMTAB_EXECUTION" ] || return 1
              for process in /proc/[0-9]*; do
                case ${process#/proc/} in 1|$$|$PPID) continue ;; esac
                [ -O "$process" ] && [ -e "$process/exe" ] && return 0
              done
              return 1
            }
            asked() {
              [ -f .shell_request ] || return
              { read -r kind; IFS= read -r -d '' text; } <.shell_request
              rm -f .shell_request
              case $kind in
                RUN) next=yes ;;
                INPUT) printf '%s\n' "$text" >&8 ;;
                END_OF_INPUT) exec 8>&- ;;
                INTERRUPT) kill -INT -- "-$worker" ;;
              esac
            }
            look() { read -r -t 0.1 -u 9; asked; }
            set -m
            rm -f .shell_clock; mkfifo .shell_clock; exec 9<>.shell_clock; rm -f .shell_clock
            while :; do
              next=
              command_of "$text" "$@"
              while kill -0 "$worker"; do look; done
              wait "$worker"; code=$?
              others || exit "$code"
              printf %s "$code" >.shell_code && mv .shell_code .shell_ended
              until [ "$next" ]; do look; done
            done
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

    /**
     * Returns a session that outlasts its first command, for {@link ShellSession}.
     *
     * @param text the first command
     * @param language how the session calls the kernel's program, such as {@code python}
     * @param kernel how the kernel runs a solution
     */
    static Command lasting(String text, String language, Command kernel) {
        List<String> argv = new ArrayList<>(List.of("/bin/bash", "-c", LASTING, "bash", SESSION, text, language));
        argv.addAll(kernel.argv().subList(0, kernel.argv().size() - 1));
        Map<String, String> environment = new HashMap<>(kernel.environment());
        // On a terminal Python prints line by line; into a pipe it would look as if nothing happened.
        environment.put("PYTHONUNBUFFERED", "1");
        return new Command(argv, kernel.workspace(), kernel.readable(), environment);
    }

    /** Returns the directory that a session is in; the workspace's own before the first command. */
    public static String directory(AgentFiles files) throws ToolException {
        return files.exists(DIRECTORY) ? files.read(DIRECTORY) : Command.WORKSPACE;
    }
}

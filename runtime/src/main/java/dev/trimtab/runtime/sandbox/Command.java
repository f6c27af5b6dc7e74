package dev.trimtab.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to run. It starts in its workspace, which it sees at {@link #WORKSPACE} wherever the sandbox can mount.
 *
 * @param argv the program and its arguments; the program by absolute path
 * @param workspace directory the program may write, an absolute path
 * @param readable further files and directories it may read, absolute paths, shown at the same place; one that lies
 *     beneath the workspace becomes read-only within it
 * @param environment the whole environment: nothing is inherited
 */
public record Command(List<String> argv, Path workspace, List<Path> readable, Map<String, String> environment) {
    /** Where the program sees its workspace. */
    public static final String WORKSPACE = "/workspace";

    public Command {
        argv = List.copyOf(argv);
        readable = List.copyOf(readable);
        environment = Map.copyOf(environment);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("argv must name a program");
        }
        if (!workspace.isAbsolute()) {
            throw new IllegalArgumentException("workspace must be an absolute path but was " + workspace);
        }
        for (Path path : readable) {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("readable paths must be absolute but one was " + path);
            }
        }
    }

    /** Returns the same with its paths free of links, as far as they exist. */
    Command resolved() {
        return new Command(
                argv, real(workspace), readable.stream().map(Command::real).toList(), environment);
    }

    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }
}

package dev.trimtab.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds util-linux's tools in the system's own folders, never along an inherited search path. */
final class SystemTools {
    static final String SEARCH_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
    private static final List<String> FOLDERS = List.of(SEARCH_PATH.split(":", -1));

    /** Found once: the tools of a machine do not change under a run. */
    private static final class Signals {
        private static final List<String> RESET = List.of("--default-signal=INT,QUIT");
        private static final List<String> FLAGS = works() ? RESET : List.of();

        private static boolean works() {
            try {
                Process tried = new ProcessBuilder("/usr/bin/env", RESET.get(0), "/bin/true")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return tried.waitFor() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private SystemTools() {}

    /**
     * Returns what makes {@code env} give a program back the signals that Trimtab was started to ignore, as a script's background jobs are: a
     * shell could not be interrupted otherwise. Nothing where {@code env} cannot (GNU's can since 8.31).
     */
    static List<String> signals() {
        return Signals.FLAGS;
    }

    static Optional<String> find(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static boolean have(String... names) {
        return List.of(names).stream().allMatch(name -> find(name).isPresent());
    }
}

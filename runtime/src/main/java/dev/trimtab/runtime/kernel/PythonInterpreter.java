package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Python on this machine.
 *
 * @param executable path of the program in its real folder; links at its own name are left for Python to follow
 * @param version such as {@code 3.11.2}
 * @param folders where it and its packages live
 * @param packages name and version of the packages that a solution would ask for, as far as installed
 */
record PythonInterpreter(Path executable, String version, List<Path> folders, Map<String, String> packages) {
    private static final long PATIENCE_SECONDS = 20;
    private static final String PROBE = """
            import os, sys
            from importlib import metadata
            folder, program = os.path.split(sys.executable)
            print(os.path.join(os.path.realpath(folder), program))
            print(sys.version.split()[0])
            paths = {sys.prefix, sys.base_prefix, sys.executable} | {p for p in sys.path if p}
            print(os.pathsep.join(sorted({os.path.realpath(p) for p in paths if os.path.exists(p)})))
            for name in sys.argv[1:]:
                try:
                    print(name, metadata.version(name))
                except metadata.PackageNotFoundError:
                    pass
            """;
    private static final List<String> REQUIRED = List.of("pandas", "scikit-learn");
    private static final List<String> OPTIONAL = List.of(
            "numpy",
            "scipy",
            "statsmodels",
            "xgboost",
            "lightgbm",
            "catboost",
            "torch",
            "torchvision",
            "scikit-image",
            "transformers",
            "timm");

    PythonInterpreter {
        folders = List.copyOf(folders);
    }

    /**
     * Finds an interpreter that has pandas and scikit-learn.
     *
     * @param given the one to use, null to try those on the search path and in the usual places
     * @throws UserError if there is none
     */
    static PythonInterpreter find(@Nullable String given) {
        List<String> candidates = given == null ? candidates() : List.of(given);
        for (String candidate : candidates) {
            Optional<PythonInterpreter> found = ask(candidate);
            if (found.isPresent() && found.get().packages().keySet().containsAll(REQUIRED)) {
                return found.get();
            }
        }
        throw new UserError("no Python with pandas and scikit-learn among " + candidates
                + ": install them (Debian: python3-pandas python3-sklearn) or name another interpreter");
    }

    private static List<String> candidates() {
        List<String> candidates = new ArrayList<>();
        String search = System.getenv().getOrDefault("PATH", "");
        List<String> folders = new ArrayList<>(List.of(search.split(":", -1)));
        folders.addAll(List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/conda/bin"));
        for (String folder : folders) {
            String candidate = folder + "/python3";
            if (!candidates.contains(candidate) && Files.isExecutable(Path.of(candidate))) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static Optional<PythonInterpreter> ask(String program) {
        List<String> argv = new ArrayList<>(List.of(program, "-c", PROBE));
        argv.addAll(REQUIRED);
        argv.addAll(OPTIONAL);
        try {
            Process process = new ProcessBuilder(argv)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0 || lines.size() < 3) {
                return Optional.empty();
            }
            Map<String, String> packages = new LinkedHashMap<>();
            for (String line : lines.subList(3, lines.size())) {
                packages.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
            }
            List<Path> folders =
                    List.of(lines.get(2).split(":", -1)).stream().map(Path::of).toList();
            return Optional.of(new PythonInterpreter(Path.of(lines.get(0)), lines.get(1), folders, packages));
        } catch (IOException noProgram) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while asking " + program + " for its packages", e);
        }
    }

    /** Returns whether the code compiles; it reaches Python through standard input and is not run. */
    boolean compiles(String code) {
        String check = "import sys; compile(sys.stdin.buffer.read(), 'solution.py', 'exec')";
        try {
            Process process = new ProcessBuilder(executable.toString(), "-I", "-S", "-W", "ignore", "-c", check)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(code.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // Python gave up before it had read everything: its exit code says so.
                return false;
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new InfrastructureError("cannot start " + executable, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while checking a program's syntax", e);
        }
    }
}

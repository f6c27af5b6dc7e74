package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Python that solutions can run on.
 *
 * @param site where it is installed
 * @param executable path of the program in its real folder; links at its own name are left for Python to follow
 * @param version such as {@code 3.11.2}
 * @param folders of this machine where it and its packages live, none if it is in an image
 * @param packages name and version of the packages that a solution would ask for, as far as installed
 */
record PythonInterpreter(Site site, Path executable, String version, List<Path> folders, Map<String, String> packages) {
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
     * @param site where to look
     * @throws UserError if there is none
     */
    static PythonInterpreter find(@Nullable String given, Site site) {
        List<String> candidates = given == null ? site.candidates("python3") : List.of(given);
        for (String candidate : candidates) {
            Optional<PythonInterpreter> found = ask(candidate, site);
            if (found.isPresent() && found.get().packages().keySet().containsAll(REQUIRED)) {
                return found.get();
            }
        }
        throw new UserError("no Python with pandas and scikit-learn among " + candidates
                + (site.isThisMachine() ? "" : " in the image")
                + ": install them (Debian: python3-pandas python3-sklearn) or name another interpreter");
    }

    private static Optional<PythonInterpreter> ask(String program, Site site) {
        List<String> argv = new ArrayList<>(List.of(program, "-c", PROBE));
        argv.addAll(REQUIRED);
        argv.addAll(OPTIONAL);
        List<String> lines = site.ask(argv, List.of(), "").orElse("").lines().toList();
        if (lines.size() < 3) {
            return Optional.empty();
        }
        Map<String, String> packages = new LinkedHashMap<>();
        for (String line : lines.subList(3, lines.size())) {
            packages.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        // What an image holds is there already; a folder of this machine has to be shown.
        List<Path> folders = site.isThisMachine()
                ? Stream.of(lines.get(2).split(":", -1)).map(Path::of).toList()
                : List.of();
        return Optional.of(new PythonInterpreter(site, Path.of(lines.get(0)), lines.get(1), folders, packages));
    }

    /** Returns whether the code compiles; it reaches Python through standard input and is not run. */
    boolean compiles(String code) {
        String check = "import sys; compile(sys.stdin.buffer.read(), 'solution.py', 'exec')";
        List<String> argv = List.of(executable.toString(), "-I", "-S", "-W", "ignore", "-c", check);
        return site.ask(argv, List.of(), code).isPresent();
    }
}

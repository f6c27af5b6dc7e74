package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The libraries on a Java solution's class path.
 *
 * @param jars file names of the jars, sorted
 * @param names the libraries that work here, as a prompt lists them
 * @param missing one line for each that does not, with the reason
 */
record JavaLibraries(List<String> jars, List<String> names, List<String> missing) {
    /** Where the loader of glibc's Linux looks, which the natives inside the jars are for. */
    static final List<Path> LOADER_FOLDERS = Stream.of(
                    "/usr/lib/" + machine() + "-linux-gnu",
                    "/lib/" + machine() + "-linux-gnu",
                    "/usr/lib64",
                    "/lib64",
                    "/usr/lib")
            .map(Path::of)
            .toList();

    private static final String OPENMP = "libgomp.so.1";

    JavaLibraries {
        jars = List.copyOf(jars);
        names = List.copyOf(names);
        missing = List.copyOf(missing);
    }

    /**
     * Looks at what works here.
     *
     * @param directory of the jars
     * @param loaderFolders where natives look for the machine's own libraries
     * @param site where solutions run
     * @throws UserError if there is no such directory
     */
    static JavaLibraries in(Path directory, List<Path> loaderFolders, Site site) {
        List<String> jars = jars(directory);
        List<String> names = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (has(jars, "tribuo-classification-liblinear") || has(jars, "tribuo-regression-liblinear")) {
            names.add("Tribuo");
        }
        if (has(jars, "xgboost4j")) {
            List<String> places = loaderFolders.stream()
                    .map(folder -> folder.resolve(OPENMP).toString())
                    .toList();
            if (site.hasAnyOf(places)) {
                names.add("XGBoost4J");
            } else {
                missing.add("XGBoost4J needs " + OPENMP
                        + ", which is not " + (site.isThisMachine() ? "on this machine" : "in the image")
                        + ": programs do without its boosted trees; install libgomp1 to"
                        + " have them");
            }
        }
        return new JavaLibraries(jars, names, missing);
    }

    private static boolean has(List<String> jars, String prefix) {
        return jars.stream().anyMatch(jar -> jar.startsWith(prefix));
    }

    private static List<String> jars(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UserError("the libraries of Java solutions are not in " + directory
                    + ": have Trimtab built anew (remove benchmark/target/built), or use --kernel python");
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InfrastructureError("cannot list the Java kernel's libraries in " + directory, e);
        }
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }
}

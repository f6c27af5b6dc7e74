package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kernels by name. A new one is one class and one line here. */
public final class Kernels {
    private final Map<String, Supplier<Kernel>> kernels;

    /**
     * Builds the registry; nothing is probed before a kernel is opened.
     *
     * @param javaLibraries directory of the jars that Java solutions may use
     * @param pythonInterpreter the Python to use, null to look for one
     * @param site where solutions run
     */
    public Kernels(Path javaLibraries, @Nullable String pythonInterpreter, Site site) {
        kernels = Map.of(
                "java", () -> new JavaKernel(javaLibraries, JavaLibraries.LOADER_FOLDERS, site),
                "python", () -> new PythonKernel(pythonInterpreter, site));
    }

    /**
     * Builds the registry with the jars that the build put into a checkout.
     *
     * @param home the checkout
     * @param pythonInterpreter the Python to use, null to look for one
     */
    public static Kernels of(Path home, @Nullable String pythonInterpreter) {
        return of(home, pythonInterpreter, new HostSite());
    }

    /**
     * Builds the same for solutions that run at another place.
     *
     * @param site where, such as a container's image
     */
    public static Kernels of(Path home, @Nullable String pythonInterpreter, Site site) {
        return new Kernels(home.resolve("runtime/target/java-kernel"), pythonInterpreter, site);
    }

    /**
     * Opens a kernel.
     *
     * @throws UserError if there is none of this name, or if it cannot work on this machine
     */
    public Kernel open(String name) {
        Supplier<Kernel> kernel = kernels.get(name);
        if (kernel == null) {
            throw new UserError("unknown kernel " + name + ": choose one of " + new TreeSet<>(kernels.keySet()));
        }
        return kernel.get();
    }
}

package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Solutions in one file, {@code Solution.java}, started from source by the JDK that runs Trimtab, with a fixed class
 * path of machine-learning libraries. One processor, one fixed locale and time zone, one compiler tier: the same
 * program prints the same on every machine (a start takes half as long without the second tier, too).
 */
public final class JavaKernel implements Kernel {
    private static final long MIB = 1 << 20;
    private static final long LEAST_MEMORY_BYTES = 384 * MIB;

    /** What a JVM with the compiler in it holds outside its heap: metaspace, code, threads, the libraries' natives. */
    private static final long OUTSIDE_HEAP_BYTES = 256 * MIB;

    private static final int FIRST_WITH_NATIVE_ACCESS_FLAG = 22;
    private static final int FIRST_WITH_UNSAFE_FLAG = 24;
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-XX:-UsePerfData",
            "-Xss4m",
            "-Djava.io.tmpdir=/tmp",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Duser.timezone=UTC");

    private final JavaHome home = JavaHome.running();
    private final Path libraries;
    private final Site site;
    private final JavaLibraries available;
    private final JavaSyntax syntax = JavaSyntax.shared();

    /**
     * Opens the kernel on the running JDK.
     *
     * @param libraries directory of the jars that solutions may use
     * @throws UserError if this is a runtime without a compiler, or there is no such directory
     */
    public JavaKernel(Path libraries) {
        this(libraries, JavaLibraries.LOADER_FOLDERS, new HostSite());
    }

    /**
     * Opens the kernel for programs of another place, to which the running JDK is shown.
     *
     * @param loaderFolders where natives look for that place's own libraries
     * @throws UserError if the JDK does not run there, or there is no such directory
     */
    JavaKernel(Path libraries, List<Path> loaderFolders, Site site) {
        this.libraries = KernelPaths.real(libraries);
        this.site = site;
        if (!site.isThisMachine()
                && site.ask(List.of(home.program(), "-version"), home.folders(), "")
                        .isEmpty()) {
            throw new UserError("the JDK in " + home.path() + " does not run in image " + site.id()
                    + ": name an image with glibc and zlib, or use --kernel python");
        }
        available = JavaLibraries.in(this.libraries, loaderFolders, site);
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public String language() {
        return "java " + Runtime.version();
    }

    @Override
    public String version() {
        String place = site.isThisMachine() ? "" : " in image " + site.id();
        return language() + " " + available.jars() + " " + flags() + place;
    }

    @Override
    public String solutionFile() {
        return "Solution.java";
    }

    @Override
    public String fenceLanguage() {
        return "java";
    }

    @Override
    public boolean parses(String code) {
        return syntax.parses(code);
    }

    @Override
    public Command command(Path workspace, Limits limits) {
        if (limits.memoryBytes() < LEAST_MEMORY_BYTES) {
            throw new UserError("memory of " + limits.memoryBytes() / MIB
                    + " MiB is too little for the Java kernel: give at least " + LEAST_MEMORY_BYTES / MIB + " MiB");
        }
        List<Path> readable = new ArrayList<>(home.folders());
        readable.add(libraries);
        List<String> argv = new ArrayList<>();
        argv.add(home.program());
        argv.addAll(flags());
        argv.add("-Xmx" + heapBytes(limits) / MIB + "m");
        argv.addAll(List.of("-cp", libraries + "/*", solutionFile()));
        return new Command(
                argv,
                workspace,
                KernelPaths.readable(workspace, readable),
                Map.of(
                        "PATH", "/usr/bin:/bin",
                        "HOME", "/tmp",
                        "LC_ALL", "C.UTF-8",
                        "TZ", "UTC",
                        "OMP_NUM_THREADS", "1"));
    }

    private static long heapBytes(Limits limits) {
        return Math.max(limits.memoryBytes() / 2, limits.memoryBytes() - 2 * OUTSIDE_HEAP_BYTES);
    }

    private static List<String> flags() {
        List<String> flags = new ArrayList<>(FLAGS);
        if (Runtime.version().feature() >= FIRST_WITH_NATIVE_ACCESS_FLAG) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_FLAG) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public @Nullable ErrorSummary errorOf(ExecutionResult result, String code) {
        return result.succeeded() ? null : JavaTrace.read(result);
    }

    @Override
    public List<String> packages() {
        return available.names();
    }

    @Override
    public List<String> missing() {
        return available.missing();
    }
}

package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Solutions in one file, {@code solution.py}, run by a Python that has pandas and scikit-learn, on one thread. */
public final class PythonKernel implements Kernel {
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("PATH", "/usr/bin:/bin"),
            Map.entry("HOME", "/tmp"),
            Map.entry("LC_ALL", "C.UTF-8"),
            Map.entry("TZ", "UTC"),
            Map.entry("PYTHONHASHSEED", "0"),
            Map.entry("PYTHONDONTWRITEBYTECODE", "1"),
            Map.entry("PYTHONUTF8", "1"),
            Map.entry("MPLBACKEND", "Agg"),
            Map.entry("OMP_NUM_THREADS", "1"),
            Map.entry("OPENBLAS_NUM_THREADS", "1"),
            Map.entry("MKL_NUM_THREADS", "1"),
            Map.entry("LOKY_MAX_CPU_COUNT", "1"));

    private final PythonInterpreter interpreter;

    /**
     * Opens the kernel.
     *
     * @param interpreter the program to use, null to look for one
     * @throws dev.trimtab.runtime.UserError if no interpreter with pandas and scikit-learn is found
     */
    public PythonKernel(@Nullable String interpreter) {
        this(interpreter, new HostSite());
    }

    /** Opens the kernel on a Python of another place. */
    PythonKernel(@Nullable String interpreter, Site site) {
        this.interpreter = PythonInterpreter.find(interpreter, site);
    }

    @Override
    public String name() {
        return "python";
    }

    @Override
    public String language() {
        return "python " + interpreter.version();
    }

    @Override
    public String version() {
        String place = interpreter.site().isThisMachine()
                ? ""
                : " in image " + interpreter.site().id();
        return language() + " " + new TreeMap<>(interpreter.packages()) + place;
    }

    @Override
    public String solutionFile() {
        return "solution.py";
    }

    @Override
    public String fenceLanguage() {
        return "python";
    }

    @Override
    public boolean parses(String code) {
        return interpreter.compiles(code);
    }

    @Override
    public Command command(Path workspace, Limits limits) {
        // Unbuffered, so that what is printed and what is raised keep their order.
        List<String> argv = List.of(interpreter.executable().toString(), "-u", solutionFile());
        return new Command(argv, workspace, KernelPaths.readable(workspace, interpreter.folders()), ENVIRONMENT);
    }

    @Override
    public boolean deterministic() {
        return false;
    }

    @Override
    public @Nullable ErrorSummary errorOf(ExecutionResult result, String code) {
        return result.succeeded() ? null : PythonTrace.read(result);
    }

    @Override
    public List<String> packages() {
        return List.copyOf(interpreter.packages().keySet());
    }
}

package dev.trimtab.benchmark.environment;

import com.sun.management.OperatingSystemMXBean;
import dev.trimtab.runtime.config.DockerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a machine, or one program on it, computes with.
 *
 * @param processor the processors' model; empty if the system does not say
 * @param processors how many there are, at least 1
 * @param memory bytes, at least 1
 * @param graphics the model of each graphics processor, as NVIDIA's driver names it; others are not seen
 */
public record Hardware(String processor, int processors, long memory, List<String> graphics) {
    private static final double GIB = 1L << 30;

    /** Copies the list and checks the numbers. */
    public Hardware {
        graphics = List.copyOf(graphics);
        if (processors < 1 || memory < 1) {
            throw new IllegalArgumentException(
                    "there must be a processor and memory but there were " + processors + " and " + memory + " bytes");
        }
    }

    /** Returns what this process may use: in a container, what that allows. */
    public static Hardware here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Path proc = Path.of("/proc");
        return new Hardware(
                processor(proc), system.getAvailableProcessors(), system.getTotalMemorySize(), graphics(proc));
    }

    /** Returns the processors' model that the process file system names; empty if it names none. */
    static String processor(Path proc) {
        return value(proc.resolve("cpuinfo"), "model name");
    }

    /** Returns the graphics processors that NVIDIA's driver lists in the process file system. */
    static List<String> graphics(Path proc) {
        Path cards = proc.resolve("driver/nvidia/gpus");
        if (!Files.isDirectory(cards)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(cards)) {
            return folders.sorted()
                    .map(folder -> value(folder.resolve("information"), "Model"))
                    .filter(model -> !model.isEmpty())
                    .toList();
        } catch (IOException e) {
            return List.of(); // a driver that does not let itself be listed gives no cards to programs either
        }
    }

    private static String value(Path file, String key) {
        if (!Files.isReadable(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return ""; // the system does not say
        }
    }

    /**
     * Returns what of it one program has.
     *
     * @param memoryLimit bytes that it may take
     * @param docker what its container gets; null where it runs behind this machine's own namespaces
     * @param devicesHidden whether such namespaces hide the machine's devices
     */
    public Hardware ofProgram(long memoryLimit, @Nullable DockerConfig docker, boolean devicesHidden) {
        int cards = docker != null && docker.gpus() >= 0 ? Math.min(docker.gpus(), graphics.size()) : graphics.size();
        boolean none = docker == null && devicesHidden;
        Double cpus = docker == null ? null : docker.cpus();
        return new Hardware(
                processor,
                cpus == null ? processors : Math.min(processors, Math.max(1, (int) Math.floor(cpus))),
                Math.min(memory, memoryLimit),
                none ? List.of() : graphics.subList(0, cards));
    }

    /** Returns the processors in words, such as {@code 8 processors (AMD EPYC 7763)}. */
    public String processorWords() {
        return processors
                + (processors == 1 ? " processor" : " processors")
                + (processor.isEmpty() ? "" : " (" + processor + ")");
    }

    /** Returns the memory in words, such as {@code 15.5 GiB}. */
    public String memoryWords() {
        return String.format(Locale.ROOT, "%.1f GiB", memory / GIB);
    }

    /** Returns the graphics processors in words. */
    public String graphicsWords() {
        return graphics.isEmpty() ? "no graphics processor" : "graphics processors: " + String.join(", ", graphics);
    }
}

package dev.trimtab.runtime.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sandbox in a program of its own, so that a test can own one as another user. Speaks over its standard streams. */
final class SandboxServer {
    /** What a request asks for. */
    enum Request {
        RUN,
        /** Runs a command until the file {@code begun} is there, and holds it. */
        HOLD,
        ISOLATION,
        NEW_DIRECTORY,
        DELETE,
        CLOSE
    }

    private SandboxServer() {}

    /**
     * Serves requests until it is told to close.
     *
     * @param arguments the directory to hide; for containers also the engine's address and the image
     */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(System.out);
        try (Sandbox sandbox = open(arguments)) {
            for (Request request = read(in); request != Request.CLOSE; request = read(in)) {
                switch (request) {
                    case RUN -> writeResult(out, sandbox.run(readCommand(in), readLimits(in)));
                    case HOLD -> writeResult(out, hold(sandbox, readCommand(in), readLimits(in)));
                    case ISOLATION -> writeIsolation(out, sandbox.isolation());
                    case NEW_DIRECTORY ->
                        out.writeUTF(Files.createTempDirectory("trimtab-test-")
                                .toRealPath()
                                .toString());
                    case DELETE -> {
                        delete(Path.of(in.readUTF()));
                        out.writeBoolean(true);
                    }
                    case CLOSE -> throw new IllegalStateException("the loop ends here");
                }
                out.flush();
            }
        }
        out.writeBoolean(true);
        out.flush();
    }

    private static ExecutionResult hold(Sandbox sandbox, Command command, Limits limits) {
        Hold begun = new Hold(null, null, command.workspace().resolve("begun"));
        return sandbox.start(command, limits).go(begun, limits.wallTime());
    }

    private static Sandbox open(String[] arguments) {
        List<Path> hidden = List.of(Path.of(arguments[0]));
        return arguments.length == 1
                ? LocalSandbox.open(hidden)
                : DockerSandbox.open(new DockerSettings(arguments[1], arguments[2], /* cpus= */ null, 0), hidden);
    }

    private static Request read(DataInputStream in) throws IOException {
        return Request.valueOf(in.readUTF());
    }

    static void writeCommand(DataOutputStream out, Command command) throws IOException {
        writeList(out, command.argv());
        out.writeUTF(command.workspace().toString());
        writeList(out, command.readable().stream().map(Path::toString).toList());
        writeList(out, List.copyOf(command.environment().keySet()));
        for (String name : List.copyOf(command.environment().keySet())) {
            out.writeUTF(command.environment().getOrDefault(name, ""));
        }
    }

    private static Command readCommand(DataInputStream in) throws IOException {
        List<String> argv = readList(in);
        Path workspace = Path.of(in.readUTF());
        List<Path> readable = readList(in).stream().map(Path::of).toList();
        Map<String, String> environment = new HashMap<>();
        for (String name : readList(in)) {
            environment.put(name, in.readUTF());
        }
        return new Command(argv, workspace, readable, environment);
    }

    static void writeLimits(DataOutputStream out, Limits limits) throws IOException {
        out.writeLong(limits.wallTime().toMillis());
        out.writeLong(limits.cpuTime().toMillis());
        out.writeLong(limits.memoryBytes());
        out.writeInt(limits.processes());
        out.writeLong(limits.fileBytes());
        out.writeLong(limits.diskBytes());
        out.writeInt(limits.outputBytes());
    }

    private static Limits readLimits(DataInputStream in) throws IOException {
        Duration wall = Duration.ofMillis(in.readLong());
        Duration cpu = Duration.ofMillis(in.readLong());
        return new Limits(wall, cpu, in.readLong(), in.readInt(), in.readLong(), in.readLong(), in.readInt());
    }

    private static void writeResult(DataOutputStream out, ExecutionResult result) throws IOException {
        out.writeInt(result.exitCode());
        Violation violation = result.violation();
        out.writeUTF(violation == null ? "" : violation.name());
        out.writeUTF(result.output());
        out.writeLong(result.outputBytes());
        out.writeBoolean(result.truncated());
        out.writeLong(result.wallTime().toNanos());
    }

    static ExecutionResult readResult(DataInputStream in) throws IOException {
        int exitCode = in.readInt();
        String violation = in.readUTF();
        return new ExecutionResult(
                exitCode,
                violation.isEmpty() ? null : Violation.valueOf(violation),
                in.readUTF(),
                in.readLong(),
                in.readBoolean(),
                Duration.ofNanos(in.readLong()));
    }

    private static void writeIsolation(DataOutputStream out, Isolation isolation) throws IOException {
        writeList(out, isolation.namespaces());
        for (String words :
                List.of(isolation.uid(), isolation.memory(), isolation.processes(), isolation.description())) {
            out.writeUTF(words);
        }
        out.writeBoolean(isolation.networkClosed());
        out.writeBoolean(isolation.answersReadable());
    }

    static Isolation readIsolation(DataInputStream in) throws IOException {
        List<String> namespaces = readList(in);
        String uid = in.readUTF();
        String memory = in.readUTF();
        String processes = in.readUTF();
        String description = in.readUTF();
        return new Isolation(namespaces, uid, memory, processes, in.readBoolean(), in.readBoolean(), description);
    }

    private static void writeList(DataOutputStream out, List<String> words) throws IOException {
        out.writeInt(words.size());
        for (String word : words) {
            out.writeUTF(word);
        }
    }

    private static List<String> readList(DataInputStream in) throws IOException {
        List<String> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        return words;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

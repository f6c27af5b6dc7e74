package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The image of a sandbox's containers. What is asked runs in one of them. */
public final class ImageSite implements Site {
    private static final Limits LIMITS = Limits.DEFAULT.withWallTime(Duration.ofSeconds(60));
    private static final List<String> FOLDERS = List.of("/usr/local/bin", "/usr/bin", "/opt/conda/bin");
    private static final String INPUT = "question";

    private final Sandbox sandbox;
    private final String id;

    /**
     * Looks into a sandbox's containers.
     *
     * @param sandbox one whose programs come from an image
     * @param id the image's id, which names its content
     */
    public ImageSite(Sandbox sandbox, String id) {
        this.sandbox = sandbox;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> candidates(String program) {
        return FOLDERS.stream().map(folder -> folder + "/" + program).toList();
    }

    @Override
    public boolean hasAnyOf(List<String> files) {
        List<String> argv = new ArrayList<>(
                List.of("/bin/sh", "-c", "for file in \"$@\"; do [ ! -e \"$file\" ] || exit 0; done; exit 1", "sh"));
        argv.addAll(files);
        return ask(argv, List.of(), "").isPresent();
    }

    @Override
    public Optional<String> ask(List<String> argv, List<Path> readable, String input) {
        try {
            Path workspace = Files.createTempDirectory("trimtab-question-");
            try {
                Files.writeString(workspace.resolve(INPUT), input);
                List<String> asking =
                        new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" <" + INPUT + " 2>/dev/null", "sh"));
                asking.addAll(argv);
                Command command = new Command(asking, workspace, readable, Map.of("PATH", "/usr/bin:/bin"));
                ExecutionResult result = sandbox.run(command, LIMITS);
                return result.succeeded() ? Optional.of(result.output()) : Optional.empty();
            } finally {
                delete(workspace);
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot write to java.io.tmpdir", e);
        }
    }

    private static void delete(Path workspace) throws IOException {
        try (Stream<Path> files = Files.list(workspace)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(workspace);
    }
}

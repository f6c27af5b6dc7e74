package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** This machine. What is asked runs as the caller, outside any sandbox. */
final class HostSite implements Site {
    private static final long PATIENCE_SECONDS = 20;
    private static final List<String> USUAL_FOLDERS =
            List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/conda/bin");

    @Override
    public String id() {
        return "";
    }

    @Override
    public List<String> candidates(String program) {
        List<String> candidates = new ArrayList<>();
        String search = System.getenv().getOrDefault("PATH", "");
        List<String> folders = new ArrayList<>(List.of(search.split(":", -1)));
        folders.addAll(USUAL_FOLDERS);
        for (String folder : folders) {
            String candidate = folder + "/" + program;
            if (!candidates.contains(candidate) && Files.isExecutable(Path.of(candidate))) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    @Override
    public boolean hasAnyOf(List<String> files) {
        return files.stream().anyMatch(file -> Files.exists(Path.of(file)));
    }

    @Override
    public Optional<String> ask(List<String> argv, List<Path> readable, String input) {
        try {
            Path file = Files.createTempFile("trimtab-answer-", ".txt");
            try (InputStream answer = Files.newInputStream(file)) {
                Process process = start(argv, file);
                boolean taken = write(process, input);
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return Optional.empty();
                }
                return taken && process.exitValue() == 0
                        ? Optional.of(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                        : Optional.empty();
            }
        } catch (IOException noProgram) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while asking " + argv.get(0), e);
        }
    }

    /** Starts a program that writes to a file without a name from then on, so that whoever is killed meanwhile leaves none behind. */
    private static Process start(List<String> argv, Path output) throws IOException {
        try {
            return new ProcessBuilder(argv)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } finally {
            Files.delete(output);
        }
    }

    /** Returns whether the program read all of its input. */
    private static boolean write(Process process, String input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}

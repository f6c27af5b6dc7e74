package dev.trimtab.benchmark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.loopback.LoopbackServer;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import dev.trimtab.runtime.model.offline.OfflineProfiles;
import dev.trimtab.runtime.model.server.CompletionServer;
import dev.trimtab.runtime.model.server.ServedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve-model}: the offline engineer behind an OpenAI-compatible endpoint, so that programs written elsewhere use the very same model. */
@Command(
        name = "serve-model",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the offline engineer by OpenAI's chat completions on this machine's loopback address.",
            "Clients may name any model and send any key; it answers until it is stopped."
        })
public final class ServeModelCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where it listens, 0 for any free port; default ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "middle-lost",
            description = "The engineer's attention profile; default ${DEFAULT-VALUE}.")
    private String profile = "middle-lost";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Fixes every reply; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description =
                    "Append a line of JSON to this file for each request: its tokens, and whether a function was called.")
    private @Nullable Path log;

    @Option(names = "--json", description = "Say as one line of JSON where it listens.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * What is served where.
     *
     * @param model its name
     * @param seed what fixes its replies
     * @param url the address for clients
     */
    private record Address(String model, long seed, String url) {}

    @Override
    public Integer call() {
        ModelConfig preset = new ModelPresets(Home.path().resolve("configs/models")).load("offline");
        CalibratedTokenCounter counter = ChatModels.counter(preset);
        OfflineEngineer engineer =
                new OfflineEngineer(seed, OfflineProfiles.get(profile), /* declareFamily= */ false, counter::count);
        ServedModel served = new ServedModel(
                "offline/" + profile, engineer, counter, preset.limits().contextWindow());
        PrintWriter out = spec.commandLine().getOut();
        try (CompletionServer server = CompletionServer.start(served, port, InstantSource.system(), log())) {
            if (json) {
                out.println(json(new Address(served.name(), seed, server.url())));
            } else {
                out.println("serving " + served.name() + " with seed " + seed + " at " + server.url());
                out.println(OfflineEngineer.NOTICE);
            }
            out.flush();
            LoopbackServer.awaitInterrupt();
            return 0;
        }
    }

    private Consumer<CompletionServer.Usage> log() {
        Path file = log;
        if (file == null) {
            return usage -> {};
        }
        append(file, List.of());
        return usage -> append(file, List.of(json(usage)));
    }

    private static String json(Record values) {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values", e);
        }
    }

    private static void append(Path file, List<String> lines) {
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw lines.isEmpty()
                    ? new UserError("--log: cannot write " + file + ": " + IoReason.of(e), e)
                    : new UncheckedIOException(e);
        }
    }
}

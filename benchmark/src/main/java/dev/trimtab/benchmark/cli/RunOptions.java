package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.runtime.config.ConfigFile;
import dev.trimtab.runtime.config.NamedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a run: files, and short forms of {@code -o section.key=value}. */
final class RunOptions {
    private static final Map<String, String> FOLDERS = Map.of(
            "scaffold", "configs/scaffolds",
            "sandbox", "configs/sandboxes",
            "resources", "configs/resources",
            "budget", "configs/budgets");
    private static final String REPLAY = "replay:";

    @Option(
            names = "--scaffold",
            paramLabel = "S",
            description = "The agent: a name in configs/scaffolds, or a .yaml file.")
    private @Nullable String scaffold;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "A YAML file of the shape of configs/reference.yaml that holds what differs.",
                "It wins over --scaffold, and every other option wins over it."
            })
    private @Nullable Path config;

    @Option(
            names = "--policy",
            paramLabel = "P",
            description = "What decides the context: a name in configs/policies, or a .yaml file.")
    private @Nullable String policy;

    @Option(
            names = "--model",
            paramLabel = "M",
            description =
                    "The model: offline, a name in configs/models, a .yaml file, or replay:RUN for a run's record.")
    private @Nullable String model;

    @Option(
            names = "--feedback-model",
            paramLabel = "M",
            description = "The model that judges outputs, where it is not the same; for models without functions.")
    private @Nullable String feedbackModel;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = {
                "The address of your own server of OpenAI's protocol, such as http://localhost:8080/v1;",
                "--model may then be any name that the server knows."
            })
    private @Nullable String baseUrl;

    @Option(names = "--profile", paramLabel = "NAME", description = "The offline engineer's attention profile.")
    private @Nullable String profile;

    @Option(names = "--competition", paramLabel = "C", description = "The competition's id.")
    private @Nullable String competition;

    @Option(
            names = "--pursuit",
            paramLabel = "WHO",
            description = "Who decides what to work on: scaffold, advice, controller.")
    private @Nullable String pursuit;

    @Option(names = "--seed", paramLabel = "N", description = "Keys every random stream.")
    private @Nullable Long seed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = {
                "Control steps: agent steps and verified candidates (default: the scaffold's own, which --dry-run tells).",
                "The offline engineer uses them all: it never says that it is done."
            })
    private @Nullable Integer steps;

    @Option(
            names = "--context-tokens",
            paramLabel = "N",
            description = "The whole context window in tokens (default: the model's).")
    private @Nullable Integer contextTokens;

    @Option(
            names = "--sandbox",
            paramLabel = "S",
            description = "Where solutions run: local, docker, another name in configs/sandboxes, or a .yaml file.")
    private @Nullable String sandbox;

    @Option(
            names = "--resources",
            paramLabel = "R",
            description = {
                "What programs may use: cpu, gpu1 or gpu2 (both untested), another name in configs/resources,",
                "or a .yaml file."
            })
    private @Nullable String resources;

    @Option(
            names = "--budget",
            paramLabel = "B",
            description = "What the run may spend: 24h, 100h, another name in configs/budgets, or a .yaml file.")
    private @Nullable String budget;

    @Option(names = "--kernel", paramLabel = "KIND", description = "The language of solutions: java, python.")
    private @Nullable String kernel;

    @Option(names = "--max-cost", paramLabel = "X", description = "US dollars that the run may spend.")
    private @Nullable Double maxCost;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Prompt and reply tokens that the run may use.")
    private @Nullable Long maxTokens;

    @Option(names = "--max-time", paramLabel = "T", description = "Wall time of the run, such as 90m or 24h.")
    private @Nullable String maxTime;

    @Option(names = "--description", paramLabel = "FILE", description = "Replaces the competition's description.")
    private @Nullable Path description;

    @Option(
            names = "--obfuscated",
            description = "Take links and the names of competition, host and sponsor out of the description.")
    private boolean obfuscated;

    @Option(
            names = "--unsafe-local",
            description = "Let a real model run where private answers cannot be hidden from solutions.")
    private boolean unsafeLocal;

    @Option(names = "--no-cache", description = "Run every program, also one that ran before.")
    private boolean noCache;

    @Option(
            names = "-o",
            paramLabel = "KEY=VALUE",
            description = "Any key of configs/reference.yaml, such as -o verification.every=6.")
    private List<String> options = new ArrayList<>();

    /**
     * Returns what the options ask for.
     *
     * @param home the checkout
     * @throws dev.trimtab.runtime.UserError if a file does not exist
     */
    RunRequest request(Path home, Path dataDir) {
        List<ConfigFile> files = new ArrayList<>();
        preset(files, home, "scaffold", scaffold);
        if (config != null) {
            files.add(ConfigFile.read(config));
        }
        preset(files, home, "sandbox", sandbox);
        preset(files, home, "resources", resources);
        preset(files, home, "budget", budget);
        return new RunRequest(home, dataDir.toAbsolutePath(), files, assignments());
    }

    private static void preset(List<ConfigFile> files, Path home, String kind, @Nullable String name) {
        if (name != null) {
            files.add(ConfigFile.read(NamedFiles.find(home.resolve(FOLDERS.get(kind)), kind, name)));
        }
    }

    /** Returns the assignments, those of {@code -o} last. */
    private List<String> assignments() {
        List<String> all = new ArrayList<>();
        add(all, "agent.policy", located(policy));
        add(all, "model.name", located(model));
        add(all, "model.feedback", located(feedbackModel));
        add(all, "model.base-url", baseUrl);
        add(all, "model.profile", profile);
        add(all, "agent.competition", competition);
        add(all, "agent.pursuit", pursuit);
        add(all, "agent.seed", seed);
        add(all, "budget.steps", steps);
        add(all, "context.tokens", contextTokens);
        add(all, "execution.kernel", kernel);
        add(all, "budget.max-cost", maxCost);
        add(all, "budget.max-tokens", maxTokens);
        add(all, "budget.max-time", maxTime);
        add(all, "agent.description", description == null ? null : description.toAbsolutePath());
        add(all, "environment.obfuscated", obfuscated ? "true" : null);
        add(all, "execution.unsafe-local", unsafeLocal ? "true" : null);
        add(all, "execution.cache", noCache ? "false" : null);
        all.addAll(options);
        return all;
    }

    /** Makes a path whole, so that the run can be resumed from another directory; a name stays as it is. */
    private static @Nullable String located(@Nullable String name) {
        if (REPLAY.equals(name)) {
            // Without quotes YAML would read it as a key without a value.
            return '"' + name + '"';
        }
        if (name != null && name.startsWith(REPLAY)) {
            return REPLAY + Path.of(name.substring(REPLAY.length())).toAbsolutePath();
        }
        return name != null && name.endsWith(".yaml")
                ? Path.of(name).toAbsolutePath().toString()
                : name;
    }

    private static void add(List<String> all, String key, @Nullable Object value) {
        if (value != null) {
            all.add(key + "=" + value);
        }
    }
}

package dev.trimtab.runtime.model;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigException;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.IdleKeys;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models that {@code --model} names: files of one folder, or any path that ends in {@code .yaml}. */
public final class ModelPresets {
    /** The file that a model without a file is taken to be like. */
    private static final String COMPATIBLE = "openai-compatible";

    /** The variable whose key is sent to such a model, if it is set. */
    private static final String KEY = "OPENAI_API_KEY";

    /** What only a model behind a server has. */
    private static final List<String> SERVED = List.of(
            "base-url",
            "api-key-env",
            "temperature",
            "limits.timeout",
            "limits.requests-per-minute",
            "limits.concurrent-requests");

    private final Path folder;
    private final Consumer<ConfigException> idle;

    /** @param folder such as {@code configs/models} of the checkout */
    public ModelPresets(Path folder) {
        this(folder, IdleKeys.REFUSED);
    }

    /**
     * @param folder such as {@code configs/models} of the checkout
     * @param idle takes what a file says and its provider does not read, as one may with which a run was begun
     */
    public ModelPresets(Path folder, Consumer<ConfigException> idle) {
        this.folder = folder;
        this.idle = idle;
    }

    /**
     * Returns a model's configuration.
     *
     * @param nameOrPath a preset's name without its suffix, or a path that ends in {@code .yaml}
     * @throws dev.trimtab.runtime.UserError if there is no such preset or file, or it holds a mistake or what its provider does not read
     */
    public ModelConfig load(String nameOrPath) {
        List<Layer> layers = List.of(Layer.file(NamedFiles.find(folder, "model", nameOrPath)));
        ModelConfig model = new ConfigLoader().load(layers, ModelConfig.class);
        requireRead(new IdleKeys(layers, model, model.plain(), idle), model);
        return model;
    }

    private static void requireRead(IdleKeys keys, ModelConfig model) {
        if (model.provider() != ModelProvider.OPENAI) {
            keys.refuse(
                    "limits.max-output-parameter",
                    "with provider " + model.provider().name().toLowerCase(Locale.ROOT) + "; it is for openai");
        }
        if (model.provider() == ModelProvider.OFFLINE) {
            SERVED.forEach(key -> keys.refuse(key, "with provider offline, which asks no server"));
        }
        if (!model.features().temperature()) {
            keys.refuse("temperature", "where features.temperature is false");
        }
    }

    /**
     * Returns a model behind a server of the user's own.
     *
     * @param nameOrPath as above; any other name is what the server knows the model by, and the rest is as in {@value #COMPATIBLE}
     * @param baseUrl where the server is; null: as the model's file says
     * @param environment says whether there is a key to send to a model without a file
     * @throws UserError if the address is none, or the model needs no server
     */
    public ModelConfig load(String nameOrPath, @Nullable String baseUrl, Map<String, String> environment) {
        if (baseUrl == null) {
            return load(nameOrPath);
        }
        ModelConfig config = isAssumed(nameOrPath, baseUrl)
                ? load(COMPATIBLE)
                        .named(nameOrPath, environment.getOrDefault(KEY, "").isBlank() ? null : KEY)
                : load(nameOrPath);
        if (config.provider() == ModelProvider.OFFLINE) {
            throw new UserError("--base-url names a server and the offline engineer has none; leave one of them out");
        }
        try {
            return config.at(baseUrl);
        } catch (IllegalArgumentException e) {
            throw new UserError("--base-url: " + e.getMessage(), e);
        }
    }

    /**
     * Returns what is assumed of a model of the user's own server that no file describes, empty for every other.
     *
     * @param config what {@link #load(String, String, Map)} gave for the same name and address
     */
    public Optional<String> assumption(String nameOrPath, @Nullable String baseUrl, ModelConfig config) {
        return isAssumed(nameOrPath, baseUrl)
                ? Optional.of("no file describes model " + nameOrPath + ", so it is taken to be as in configs/models/"
                        + COMPATIBLE + ".yaml: " + config.limits().contextWindow()
                        + " tokens in all, replies of at most "
                        + config.limits().maxOutputTokens() + ", functions by tool-choice "
                        + config.features().toolChoice().name().toLowerCase(Locale.ROOT) + ", no prices; "
                        + (config.apiKeyEnv() == null
                                ? "no key is sent, since " + KEY + " is not set"
                                : "the key in " + KEY + " is sent"))
                : Optional.empty();
    }

    private boolean isAssumed(String nameOrPath, @Nullable String baseUrl) {
        return baseUrl != null && !nameOrPath.endsWith(".yaml") && !names().contains(nameOrPath);
    }

    /** Returns the names of all presets in alphabetical order. */
    public List<String> names() {
        return NamedFiles.names(folder);
    }
}

package dev.trimtab.benchmark.experiment;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.trimtab.benchmark.Version;
import dev.trimtab.benchmark.environment.Hardware;
import dev.trimtab.benchmark.environment.TaskBrief;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ByteSize;
import dev.trimtab.runtime.config.ConfigFile;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.ConfigTree;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.sandbox.Isolation;
import dev.trimtab.runtime.workspace.DurableFile;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code run.json}: what a run was started with, and where. It never holds a secret: keys live in the environment only. */
final class RunJson {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .registerModule(new SimpleModule()
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addSerializer(ByteSize.class, ToStringSerializer.instance)
                    .addSerializer(Path.class, ToStringSerializer.instance)
                    .addSerializer(new OptionalSerializer()));

    /** Writes an absent value as null and a present one as itself. */
    private static final class OptionalSerializer extends StdSerializer<Optional<?>> {
        private static final long serialVersionUID = 1L;

        OptionalSerializer() {
            super(Optional.class, false);
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.orElse(null), json);
        }
    }

    /**
     * What a run's record must be read with.
     *
     * @param coder the model that wrote solutions
     * @param feedback the model that judged outputs
     * @param language of the solutions
     * @param showsTime whether durations reached the models
     */
    record ModelFacts(ModelConfig coder, ModelConfig feedback, KernelKind language, boolean showsTime) {}

    private RunJson() {}

    /** Returns the hash of everything that fixes the course of a run beside its data. */
    static String configurationHash(RunConfig config, List<Object> parts) {
        StringBuilder text = new StringBuilder(tree(config).toString());
        for (Object part : parts) {
            text.append('\n').append(tree(part));
        }
        return Sha256.of(text.toString());
    }

    static void write(
            RunDirectory directory,
            RunRequest request,
            RunConfig config,
            String hash,
            ModelFacts models,
            TaskBrief.Source description,
            String kernel,
            Isolation isolation,
            Hardware machine) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("trimtab", Version.NUMBER);
        json.set("files", tree(request.files()));
        request.options().forEach(json.putArray("options")::add);
        json.put("data-dir", request.dataDir().toString());
        json.put("configuration-hash", hash);
        json.set("configuration", tree(config));
        json.set("models", tree(ConfigTree.of(models)));
        json.set("description", tree(ConfigTree.of(description)));
        json.put("kernel", kernel);
        json.set("isolation", tree(isolation));
        ObjectNode host = json.putObject("host");
        host.put("java", System.getProperty("java.version"));
        host.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        host.set("hardware", tree(ConfigTree.of(machine)));
        try {
            DurableFile.write(
                    directory.runJson(), (MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + directory.runJson() + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Returns what an existing run was asked.
     *
     * @param home the checkout
     * @throws UserError if the file is damaged, or of a version that kept other things
     */
    static RunRequest read(Path home, RunDirectory directory) {
        JsonNode json = parse(directory);
        List<ConfigFile> files = new ArrayList<>();
        need(directory, json, "files", JsonNodeType.ARRAY)
                .forEach(file -> files.add(new ConfigFile(
                        need(directory, file, "name", JsonNodeType.STRING).asText(),
                        need(directory, file, "yaml", JsonNodeType.STRING).asText())));
        List<String> options = new ArrayList<>();
        need(directory, json, "options", JsonNodeType.ARRAY).forEach(option -> options.add(option.asText()));
        Path dataDir =
                Path.of(need(directory, json, "data-dir", JsonNodeType.STRING).asText());
        return new RunRequest(home, dataDir, files, options, /* begun= */ true);
    }

    /**
     * Returns what an existing run's models were.
     *
     * @throws UserError if the file is damaged, or of a version that kept other things
     */
    static ModelFacts readModels(RunDirectory directory) {
        String models =
                need(directory, parse(directory), "models", JsonNodeType.OBJECT).toString();
        return new ConfigLoader()
                .load(List.of(Layer.text(directory.runJson() + " (models)", models)), ModelFacts.class);
    }

    /**
     * Returns the machine on which an existing run was begun: what its agent was told of it holds to the end.
     *
     * @throws UserError if the file is damaged, or of a version that kept other things
     */
    static Hardware readHardware(RunDirectory directory) {
        JsonNode host = need(directory, parse(directory), "host", JsonNodeType.OBJECT);
        String hardware = need(directory, host, "hardware", JsonNodeType.OBJECT).toString();
        return new ConfigLoader()
                .load(List.of(Layer.text(directory.runJson() + " (hardware)", hardware)), Hardware.class);
    }

    /** Returns whether it is kept of an existing run on which machine it was begun, which old ones do not. */
    static boolean hasHardware(RunDirectory directory) {
        return parse(directory).path("host").path("hardware").isObject();
    }

    /** Returns the resolved configuration of an existing run, as its version had it. */
    static JsonNode readConfiguration(RunDirectory directory) {
        return need(directory, parse(directory), "configuration", JsonNodeType.OBJECT);
    }

    private static JsonNode need(RunDirectory directory, JsonNode json, String key, JsonNodeType type) {
        JsonNode value = json.path(key);
        if (value.getNodeType() != type) {
            throw new UserError(directory.runJson() + " holds no "
                    + type.name().toLowerCase(Locale.ROOT) + " '" + key
                    + "': it was changed, or written by another version; restore it, or start a new run");
        }
        return value;
    }

    /** Returns the file's content as it is. */
    static JsonNode parse(RunDirectory directory) {
        try {
            return MAPPER.readTree(directory.runJson().toFile());
        } catch (JsonProcessingException e) {
            throw new UserError(
                    directory.runJson() + " is damaged: it is no JSON from line "
                            + e.getLocation().getLineNr() + " on; restore it, or start a new run",
                    e);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + directory.runJson() + ": " + IoReason.of(e), e);
        }
    }

    /** Returns the configuration as JSON with the keys of the reference file. */
    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}

package dev.trimtab.benchmark.tuning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.config.NamedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes policies' files with other settings in them. */
final class PolicyFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    private PolicyFile() {}

    /**
     * Writes a policy's own file with settings laid over it.
     *
     * @param home the checkout, which holds {@code configs/policies}
     * @param policy the own file by name
     * @param settings by dotted key
     * @param header comment lines that go before
     * @param target is replaced; its folder is made if it does not exist
     * @throws InfrastructureError if that fails
     */
    static void write(Path home, String policy, Map<String, Object> settings, String header, Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Path own = NamedFiles.find(home.resolve("configs/policies"), "policy", policy);
            Map<String, Object> content = YAML.readValue(Files.readString(own), new TypeReference<>() {});
            settings.forEach((key, value) ->
                    put(content, Arrays.asList(key.split("\\.", -1)).iterator(), value));
            Files.writeString(target, header + YAML.writeValueAsString(content));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + target + ": " + IoReason.of(e), e);
        }
    }

    private static void put(Map<String, Object> into, Iterator<String> keys, Object value) {
        String key = keys.next();
        if (!keys.hasNext()) {
            into.put(key, value);
            return;
        }
        Map<String, Object> section = new LinkedHashMap<>();
        if (into.get(key) instanceof Map<?, ?> known) {
            known.forEach((name, held) -> section.put(String.valueOf(name), held));
        }
        into.put(key, section);
        put(section, keys, value);
    }
}

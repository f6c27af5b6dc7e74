package dev.trimtab.runtime.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One source of configuration, laid over the ones before it: a file, or an option of the command line. */
public final class Layer {
    private final ConfigNode.Mapping content;

    private Layer(ConfigNode.Mapping content) {
        this.content = content;
    }

    /**
     * Returns the layer a YAML file holds.
     *
     * @throws dev.trimtab.runtime.UserError if the file cannot be read or is not YAML
     */
    public static Layer file(Path file) {
        return ConfigFile.read(file).layer();
    }

    /**
     * Returns the layer that YAML text holds.
     *
     * @param source the name that errors give, in the place of a file's path
     */
    public static Layer text(String source, String yaml) {
        return new Layer(YamlReader.readFile(source, yaml));
    }

    /**
     * Returns the layer of one {@code -o} option.
     *
     * @param assignment {@code section.key=value}, the value written as in YAML
     * @throws ConfigException if it has no {@code =} or no key
     */
    public static Layer option(String assignment) {
        String source = "-o " + assignment;
        Origin origin = new Origin(source, 0);
        int equals = assignment.indexOf('=');
        String path = equals < 0 ? assignment : assignment.substring(0, equals).strip();
        if (equals < 0 || !path.matches("[^.]+(\\.[^.]+)*")) {
            throw new ConfigException(origin, path, "expected section.key=value");
        }
        ConfigNode node = YamlReader.readOption(source, assignment.substring(equals + 1));
        List<String> keys = List.of(path.split("\\.", -1));
        ConfigNode.Mapping nested = single(origin, keys.get(keys.size() - 1), node);
        for (int i = keys.size() - 2; i >= 0; i--) {
            nested = single(origin, keys.get(i), nested);
        }
        return new Layer(nested);
    }

    ConfigNode.Mapping content() {
        return content;
    }

    private static ConfigNode.Mapping single(Origin origin, String key, ConfigNode value) {
        return new ConfigNode.Mapping(origin, Map.of(key, new ConfigNode.Entry(origin, value)));
    }
}

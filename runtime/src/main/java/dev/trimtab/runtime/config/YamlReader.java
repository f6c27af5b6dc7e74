package dev.trimtab.runtime.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one YAML document into nodes that know their lines. Aliases and repeated keys are errors. */
final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String source;
    private final boolean lines;
    private final YAMLParser parser;

    private YamlReader(String source, boolean lines, YAMLParser parser) {
        this.source = source;
        this.lines = lines;
        this.parser = parser;
    }

    /** Reads a file's text; the document must be a section with keys, or empty. */
    static ConfigNode.Mapping readFile(String source, String text) {
        ConfigNode node = read(source, true, text);
        if (node instanceof ConfigNode.Mapping mapping) {
            return mapping;
        }
        if (node instanceof ConfigNode.Scalar scalar && scalar.text() == null) {
            return new ConfigNode.Mapping(new Origin(source, 1), Map.of());
        }
        throw new ConfigException(node.origin(), "", "expected keys with values but found " + node.found());
    }

    /** Reads the value of an option; every node in it carries the option as its origin. */
    static ConfigNode readOption(String option, String text) {
        return read(option, false, text);
    }

    private static ConfigNode read(String source, boolean lines, String text) {
        try (YAMLParser parser = YAML.createParser(text)) {
            YamlReader reader = new YamlReader(source, lines, parser);
            ConfigNode node = reader.value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new ConfigException(reader.here(), "", "expected one YAML document but a second one begins");
            }
            return node;
        } catch (JsonProcessingException e) {
            int line = lines && e.getLocation() != null ? e.getLocation().getLineNr() : 0;
            String problem = e.getOriginalMessage().strip().lines().findFirst().orElse("unreadable");
            throw new ConfigException(new Origin(source, Math.max(line, 0)), "", "this is not YAML: " + problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigNode value(@Nullable JsonToken token) throws IOException {
        Origin origin = here();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return new ConfigNode.Scalar(origin, null, true);
        }
        if (parser.isCurrentAlias()) {
            throw new ConfigException(origin, "", "YAML aliases are not supported; write the value out");
        }
        return switch (token) {
            case START_OBJECT -> mapping(origin);
            case START_ARRAY -> sequence(origin);
            case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> new ConfigNode.Scalar(origin, parser.getText(), true);
            default -> new ConfigNode.Scalar(origin, parser.getText().toLowerCase(Locale.ROOT), false);
        };
    }

    private ConfigNode.Sequence sequence(Origin origin) throws IOException {
        List<ConfigNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new ConfigNode.Sequence(origin, items);
    }

    private ConfigNode.Mapping mapping(Origin origin) throws IOException {
        Map<String, ConfigNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Origin keyOrigin = here();
            ConfigNode.Entry earlier = entries.put(key, new ConfigNode.Entry(keyOrigin, value(parser.nextToken())));
            if (earlier != null) {
                throw new ConfigException(
                        keyOrigin, key, "key '" + key + "' was already given at " + earlier.keyOrigin());
            }
        }
        return new ConfigNode.Mapping(origin, entries);
    }

    private Origin here() {
        return new Origin(source, lines ? Math.max(parser.currentTokenLocation().getLineNr(), 1) : 0);
    }
}

package dev.trimtab.runtime.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A piece of configuration as written, before it is bound to a type; each piece knows its {@link Origin}. */
sealed interface ConfigNode {
    /** Returns where this piece begins. */
    Origin origin();

    /** Returns what was found, for an error message. */
    String found();

    /** Returns the piece as YAML in one line. */
    String written();

    /**
     * A single value.
     *
     * @param text as written, without quotes; null for an explicit null or no value
     * @param word whether YAML reads it as text: quoted, or neither number nor boolean
     */
    record Scalar(Origin origin, @Nullable String text, boolean word) implements ConfigNode {
        @Override
        public String found() {
            return text == null ? "empty" : '"' + text + '"';
        }

        @Override
        public String written() {
            if (text == null) {
                return "null";
            }
            return word ? TextNode.valueOf(text).toString() : text;
        }
    }

    /** A list. */
    record Sequence(Origin origin, List<ConfigNode> items) implements ConfigNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return "a list";
        }

        @Override
        public String written() {
            return items.stream().map(ConfigNode::written).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Keys with their values, in the order written. */
    record Mapping(Origin origin, Map<String, Entry> entries) implements ConfigNode {
        @Override
        public String found() {
            return "a section with keys";
        }

        @Override
        public String written() {
            return entries.entrySet().stream()
                    .map(entry -> TextNode.valueOf(entry.getKey()) + ": "
                            + entry.getValue().value().written())
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        /**
         * Returns the section of a key; an absent one is empty.
         *
         * @throws ConfigException if the key's value is no section
         */
        Mapping section(String name) {
            Entry entry = entries.get(name);
            if (entry == null) {
                return new Mapping(origin, Map.of());
            }
            if (!(entry.value() instanceof Mapping section)) {
                throw new ConfigException(
                        entry.value().origin(),
                        name,
                        "key '" + name + "' must be a section with keys but is "
                                + entry.value().found());
            }
            return section;
        }

        /** Returns this mapping with {@code upper} laid over it: sections merge key by key, anything else is replaced. */
        Mapping overlaidBy(Mapping upper) {
            Map<String, Entry> merged = new LinkedHashMap<>(entries);
            upper.entries.forEach((key, entry) -> merged.merge(key, entry, Mapping::overlay));
            return new Mapping(upper.origin, merged);
        }

        private static Entry overlay(Entry lower, Entry upper) {
            if (lower.value() instanceof Mapping below && upper.value() instanceof Mapping above) {
                return new Entry(upper.keyOrigin(), below.overlaidBy(above));
            }
            return upper;
        }
    }

    /**
     * A key's value.
     *
     * @param keyOrigin where the key was written
     */
    record Entry(Origin keyOrigin, ConfigNode value) {}
}

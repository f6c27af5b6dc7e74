package dev.trimtab.runtime.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds records from nodes; every failure is a {@link ConfigException} at the line to blame. */
final class RecordBinder {
    private final Class<?> root;

    RecordBinder(Class<?> root) {
        this.root = root;
    }

    /**
     * Returns the record that a section describes.
     *
     * @param path the section's dotted path, empty at the top
     * @param defaults gives what the section leaves out; null if nothing does
     */
    Object bindRecord(ConfigNode.Mapping section, Class<?> type, String path, @Nullable Object defaults) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(ConfigKeys::of).toList();
        section.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                throw unknown(entry.keyOrigin(), key, known, path);
            }
        });
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object inherited = defaults == null ? null : read(components[i], defaults);
            values[i] = component(section, components[i], path, inherited);
        }
        return construct(type, components, values, section, path);
    }

    private @Nullable Object component(
            ConfigNode.Mapping section, RecordComponent component, String path, @Nullable Object inherited) {
        String key = ConfigKeys.of(component);
        String keyPath = path.isEmpty() ? key : path + "." + key;
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        ConfigNode.Entry entry = section.entries().get(key);
        if (entry != null) {
            if (nullable && entry.value() instanceof ConfigNode.Scalar scalar && scalar.text() == null) {
                return null;
            }
            return bind(entry.value(), component.getGenericType(), keyPath, inherited);
        }
        if (inherited != null || nullable) {
            return inherited;
        }
        ConfigNode fallback = fallback(section.origin(), component);
        if (fallback == null) {
            throw new ConfigException(section.origin(), keyPath, "key '" + keyPath + "' is missing");
        }
        return bind(fallback, component.getGenericType(), keyPath, null);
    }

    private static @Nullable ConfigNode fallback(Origin origin, RecordComponent component) {
        Class<?> type = component.getType();
        Default written = component.getAnnotation(Default.class);
        if (written != null) {
            return YamlReader.readOption("default of " + ConfigKeys.of(component), written.value());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return new ConfigNode.Sequence(origin, List.of());
        }
        if (type == Map.class || isOptionalSection(type)) {
            return new ConfigNode.Mapping(origin, Map.of());
        }
        return type == Optional.class ? new ConfigNode.Scalar(origin, null, true) : null;
    }

    private static boolean isOptionalSection(Class<?> type) {
        return isSection(type)
                && Arrays.stream(type.getRecordComponents())
                        .allMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                || fallback(new Origin("", 0), component) != null);
    }

    private static boolean isSection(Class<?> type) {
        return type.isRecord() && !ScalarBinder.binds(type);
    }

    private Object bind(ConfigNode node, Type type, String path, @Nullable Object inherited) {
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(node, generic, path);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Object.class) {
            return untyped(node, path);
        }
        if (isSection(raw)) {
            return bindRecord(as(ConfigNode.Mapping.class, node, path, "a section with keys"), raw, path, inherited);
        }
        ConfigNode.Scalar scalar = as(ConfigNode.Scalar.class, node, path, ScalarBinder.expected(raw));
        if (scalar.text() == null) {
            throw illTyped(node, path, ScalarBinder.expected(raw));
        }
        try {
            return ScalarBinder.bind(scalar, raw);
        } catch (IllegalArgumentException e) {
            throw illTyped(node, path, String.valueOf(e.getMessage()));
        }
    }

    private Object bindGeneric(ConfigNode node, ParameterizedType type, String path) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            boolean empty = node instanceof ConfigNode.Scalar scalar && scalar.text() == null;
            return empty ? Optional.empty() : Optional.of(bind(node, arguments[0], path, null));
        }
        if (raw == Map.class) {
            ConfigNode.Mapping mapping = as(ConfigNode.Mapping.class, node, path, "keys with values");
            Map<Object, Object> map = new LinkedHashMap<>();
            mapping.entries()
                    .forEach((key, entry) -> map.put(
                            bind(new ConfigNode.Scalar(entry.keyOrigin(), key, true), arguments[0], path, null),
                            bind(entry.value(), arguments[1], path + "." + key, null)));
            return Collections.unmodifiableMap(map);
        }
        List<Object> items = new ArrayList<>();
        for (ConfigNode item :
                as(ConfigNode.Sequence.class, node, path, "a list").items()) {
            items.add(bind(item, arguments[0], path + "[" + items.size() + "]", null));
        }
        if (raw == List.class) {
            return Collections.unmodifiableList(items);
        }
        if (raw == Set.class) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(items));
        }
        throw new IllegalStateException("configuration of type " + type + " is not supported");
    }

    private Object untyped(ConfigNode node, String path) {
        if (node instanceof ConfigNode.Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> map.put(key, untyped(entry.value(), path + "." + key)));
            return Collections.unmodifiableMap(map);
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            return sequence.items().stream().map(item -> untyped(item, path)).toList();
        }
        ConfigNode.Scalar scalar = (ConfigNode.Scalar) node;
        if (scalar.word()) {
            return ScalarBinder.bind(scalar, String.class);
        }
        for (Class<?> type : List.of(Boolean.class, Long.class)) {
            Optional<Object> value = attempt(scalar, type);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return ScalarBinder.bind(scalar, Double.class);
    }

    private static Optional<Object> attempt(ConfigNode.Scalar scalar, Class<?> type) {
        try {
            return Optional.of(ScalarBinder.bind(scalar, type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Object construct(
            Class<?> type,
            RecordComponent[] components,
            @Nullable Object[] values,
            ConfigNode.Mapping section,
            String path) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException problem) {
                throw rejected(components, section, path, String.valueOf(problem.getMessage()));
            }
            throw new IllegalStateException(type + " failed on values that bind", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be built", e);
        }
    }

    private static ConfigException rejected(
            RecordComponent[] components, ConfigNode.Mapping section, String path, String problem) {
        Origin origin = section.origin();
        String culprit = path;
        int first = Integer.MAX_VALUE;
        for (RecordComponent component : components) {
            String key = ConfigKeys.of(component);
            int at = mention(problem, component.getName(), key);
            ConfigNode.Entry entry = section.entries().get(key);
            if (entry != null && at < first) {
                first = at;
                Named named = Named.in(problem, key, entry.value());
                origin = named.node().origin();
                culprit = path.isEmpty() ? named.path() : path + "." + named.path();
            }
        }
        return new ConfigException(origin, culprit, (culprit.isEmpty() ? "" : "key '" + culprit + "': ") + problem);
    }

    /** What a problem names: a key, or a path below it that it writes out, such as {@code entries.Thought}. */
    private record Named(String path, ConfigNode node) {
        static Named in(String problem, String path, ConfigNode node) {
            if (node instanceof ConfigNode.Mapping section) {
                for (Map.Entry<String, ConfigNode.Entry> entry :
                        section.entries().entrySet()) {
                    String longer = path + "." + entry.getKey();
                    if (problem.contains("'" + longer + ".") || problem.contains("'" + longer + "'")) {
                        return in(problem, longer, entry.getValue().value());
                    }
                }
            }
            return new Named(path, node);
        }
    }

    /** A key with a hyphen mentions none of the keys that it is made of. */
    private static int mention(String problem, String name, String key) {
        Matcher matcher = Pattern.compile(
                        "(?<![\\w-])(?:" + Pattern.quote(name) + "|" + Pattern.quote(key) + ")(?![\\w-])")
                .matcher(problem);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static <N extends ConfigNode> N as(Class<N> kind, ConfigNode node, String path, String expected) {
        if (!kind.isInstance(node)) {
            throw illTyped(node, path, expected);
        }
        return kind.cast(node);
    }

    private static ConfigException illTyped(ConfigNode node, String path, String expected) {
        return new ConfigException(
                node.origin(), path, "key '" + path + "' must be " + expected + " but is " + node.found());
    }

    private ConfigException unknown(Origin origin, String key, List<String> known, String path) {
        String prefix = path.isEmpty() ? "" : path + ".";
        // A slip of one letter is meant for this section, even where another has a key of the very name.
        String suggestion = known.stream()
                .filter(word -> NearestKey.distance(key, word) == 1)
                .findFirst()
                .map(word -> prefix + word)
                .or(() -> ConfigKeys.pathEndingIn(key, root))
                .or(() -> NearestKey.of(key, known).map(nearest -> prefix + nearest))
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElseGet(() -> known.isEmpty() ? "" : " (known: " + String.join(", ", known) + ")");
        return new ConfigException(origin, prefix + key, "unknown key '" + prefix + key + "'" + suggestion);
    }

    /** Returns what a record holds in a component. */
    static @Nullable Object read(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}

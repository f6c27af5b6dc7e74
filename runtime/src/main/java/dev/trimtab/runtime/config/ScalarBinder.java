package dev.trimtab.runtime.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns one written value into a Java value, or says what kind of value was expected. */
final class ScalarBinder {
    private static final Map<Class<?>, Function<ConfigNode.Scalar, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, ScalarBinder::text),
            Map.entry(boolean.class, ScalarBinder::flag),
            Map.entry(Boolean.class, ScalarBinder::flag),
            Map.entry(int.class, ScalarBinder::whole32),
            Map.entry(Integer.class, ScalarBinder::whole32),
            Map.entry(long.class, ScalarBinder::whole64),
            Map.entry(Long.class, ScalarBinder::whole64),
            Map.entry(double.class, ScalarBinder::number),
            Map.entry(Double.class, ScalarBinder::number),
            Map.entry(Duration.class, scalar -> DurationText.parse(text(scalar))),
            Map.entry(Path.class, scalar -> Path.of(text(scalar))));

    private ScalarBinder() {}

    /** Returns whether the type is written as a single value: a basic type, an enum, or a class with {@code static parse(String)}. */
    static boolean binds(Class<?> type) {
        return READERS.containsKey(type) || type.isEnum() || parseMethod(type).isPresent();
    }

    /**
     * Returns the value as the given type.
     *
     * @throws IllegalArgumentException if it is not one; the message is the kind of value expected
     */
    static Object bind(ConfigNode.Scalar scalar, Class<?> type) {
        Function<ConfigNode.Scalar, Object> reader = READERS.get(type);
        if (reader != null) {
            return reader.apply(scalar);
        }
        return type.isEnum() ? constant(text(scalar), type) : parsed(text(scalar), type);
    }

    /** Returns what kind of value a type is written as, for an error message. */
    static String expected(Class<?> type) {
        try {
            bind(new ConfigNode.Scalar(new Origin("", 0), "?", true), type);
            return "text";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String text(ConfigNode.Scalar scalar) {
        if (scalar.text() == null) {
            throw new IllegalArgumentException("a value");
        }
        return scalar.text();
    }

    private static Object flag(ConfigNode.Scalar scalar) {
        String text = text(scalar);
        if (scalar.word() || !(text.equals("true") || text.equals("false"))) {
            throw new IllegalArgumentException("true or false");
        }
        return text.equals("true");
    }

    private static Object whole32(ConfigNode.Scalar scalar) {
        return numeric(scalar, Integer::valueOf, "a whole number");
    }

    private static Object whole64(ConfigNode.Scalar scalar) {
        return numeric(scalar, Long::valueOf, "a whole number");
    }

    private static Object number(ConfigNode.Scalar scalar) {
        if (".inf".equals(scalar.text())) {
            return Double.POSITIVE_INFINITY;
        }
        return numeric(scalar, Double::valueOf, "a number");
    }

    private static Object numeric(ConfigNode.Scalar scalar, Function<String, Object> parser, String expected) {
        String text = text(scalar);
        if (!text.matches("[-+]?[0-9_.]+([eE][-+]?[0-9]+)?")) {
            throw new IllegalArgumentException(expected);
        }
        try {
            return parser.apply(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }

    private static Object constant(String word, Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> ConfigKeys.of((Enum<?>) constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Arrays.stream(constants)
                        .map(constant -> ConfigKeys.of((Enum<?>) constant))
                        .collect(Collectors.joining(", ", "one of ", ""))));
    }

    private static Object parsed(String text, Class<?> type) {
        Method parse =
                parseMethod(type).orElseThrow(() -> new IllegalStateException(type + " is not written as one value"));
        try {
            return parse.invoke(null, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException problem) {
                throw problem;
            }
            throw new IllegalStateException(type + " failed to read \"" + text + '"', e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type + ".parse must be public", e);
        }
    }

    private static Optional<Method> parseMethod(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("parse")
                        && Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == type
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }
}

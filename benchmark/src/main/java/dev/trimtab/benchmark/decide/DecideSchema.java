package dev.trimtab.benchmark.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The JSON Schemas of the protocol (draft 2020-12). */
public enum DecideSchema {
    /** Of the lines that are read. */
    REQUEST,
    /** Of the lines that are written. */
    ANSWER;

    /** Returns the schema. */
    public String text() {
        String name = name().toLowerCase(Locale.ROOT) + ".schema.json";
        try (InputStream in = DecideSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

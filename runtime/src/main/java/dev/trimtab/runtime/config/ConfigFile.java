package dev.trimtab.runtime.config;

import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A configuration file as it was when it was read, so that a run can be resumed after the file has changed.
 *
 * @param name the path by which errors call it
 * @param yaml its text
 */
public record ConfigFile(String name, String yaml) {
    /**
     * Reads a file; whether its text is YAML is seen when it becomes a layer.
     *
     * @throws UserError if the file cannot be read
     */
    public static ConfigFile read(Path file) {
        try {
            return new ConfigFile(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UserError("configuration file " + file + " does not exist", e);
        } catch (MalformedInputException e) {
            throw new UserError("configuration file " + file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UserError("configuration file " + file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /**
     * Returns a file that says what an assignment says.
     *
     * @param name the path by which errors call it
     * @param assignment {@code section.key=value}, as {@link Layer#option} takes it
     */
    public static ConfigFile of(String name, String assignment) {
        int equals = assignment.indexOf('=');
        StringBuilder yaml = new StringBuilder();
        int indent = 0;
        for (String key : assignment.substring(0, equals).strip().split("\\.", -1)) {
            yaml.append((key + ":").indent(indent));
            indent += 2;
        }
        return new ConfigFile(name, yaml + assignment.substring(equals + 1).indent(indent));
    }

    /**
     * Returns the layer that the file holds.
     *
     * @throws UserError if it is not YAML
     */
    public Layer layer() {
        return Layer.text(name, yaml);
    }
}

package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A competition and the folder that defines it.
 *
 * @param folder holds {@code competition.yaml}, {@code description.md} and, for a bundled one, its raw data
 * @param definition the content of {@code competition.yaml}
 */
public record Competition(Path folder, Definition definition) {
    /** The file that makes a folder a competition. */
    static final String FILE = "competition.yaml";

    /**
     * Reads the competition of a folder.
     *
     * @throws UserError naming file and line if it is none, or its id is not the folder's name
     */
    public static Competition load(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UserError(folder + " is no competition: it has no " + FILE);
        }
        Definition definition = new ConfigLoader().load(file, Definition.class);
        if (!folder.endsWith(definition.id())) {
            throw new UserError(file + ": id is '" + definition.id() + "' but the folder is called '"
                    + folder.getFileName() + "'; give both one name");
        }
        return new Competition(folder, definition);
    }

    /** Returns the id, which is also the folder's name. */
    public String id() {
        return definition.id();
    }

    /** Returns the name of the metric. */
    public String metric() {
        return definition.metric();
    }

    /** Returns which scores are better. */
    public Direction direction() {
        return definition.direction();
    }

    /** Returns our own description; prepared data may hold another, which comes first. */
    public Path description() {
        return folder.resolve("description.md");
    }
}

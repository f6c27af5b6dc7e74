package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grid.Grid;
import dev.trimtab.benchmark.simulation.Experiment;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file in {@code configs/experiments} describes; the folder holds both kinds. */
enum FileKind {
    /** Runs of agents on competitions. */
    GRID("experiment", Grid.class),
    /** Searches that are simulated. */
    ECOLOGY("simulate", Experiment.class);

    private final String command;
    private final Class<? extends Record> content;

    FileKind(String command, Class<? extends Record> content) {
        this.command = command;
        this.content = content;
    }

    private Set<String> keys() {
        return Arrays.stream(content.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the file that a name stands for.
     *
     * @param nameOrPath a file's name in {@code configs/experiments}, or a path that ends in {@code .yaml}
     * @throws UserError if there is none, or it is of the other kind
     */
    Path find(Path home, String nameOrPath) {
        Path file = NamedFiles.find(home.resolve("configs/experiments"), "experiment", nameOrPath);
        Set<String> written = Layer.file(file).assignments().stream()
                .map(assignment -> assignment.split("[.=]", 2)[0])
                .collect(Collectors.toSet());
        FileKind other = this == GRID ? ECOLOGY : GRID;
        if (written.stream().noneMatch(key -> holdsOnly(other, key))
                && written.stream().anyMatch(key -> other.holdsOnly(this, key))) {
            throw new UserError(
                    file + " is a file for 'trimtab " + other.command + "', not for 'trimtab " + command + "'");
        }
        return file;
    }

    private boolean holdsOnly(FileKind other, String key) {
        return keys().contains(key) && !other.keys().contains(key);
    }
}

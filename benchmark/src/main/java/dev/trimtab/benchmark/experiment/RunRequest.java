package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.config.ConfigFile;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user asks to be run: the reference configuration with files and assignments over it.
 *
 * @param home the checkout
 * @param dataDir where prepared data are
 * @param files configuration files, later ones win
 * @param options assignments over the files, {@code section.key=value}, later ones win
 * @param begun whether a run was begun with it; keys of its policy's and models' files that nobody reads are then told and no longer refused
 */
public record RunRequest(Path home, Path dataDir, List<ConfigFile> files, List<String> options, boolean begun) {
    /** Copies the lists. */
    public RunRequest {
        files = List.copyOf(files);
        options = List.copyOf(options);
    }

    /** Asks for a new run. */
    public RunRequest(Path home, Path dataDir, List<ConfigFile> files, List<String> options) {
        this(home, dataDir, files, options, /* begun= */ false);
    }

    /** Asks for a new run without files. */
    public RunRequest(Path home, Path dataDir, List<String> options) {
        this(home, dataDir, List.of(), options);
    }

    /**
     * Returns what a run that is on disk was asked.
     *
     * @param home the checkout
     * @throws dev.trimtab.runtime.UserError if the run's {@code run.json} is damaged, or of a version that kept other things
     */
    public static RunRequest recorded(Path home, RunDirectory run) {
        return RunJson.read(home, run);
    }

    /**
     * Returns the same with the options of the recorded run that its model names ({@code replay:RUN}) under its own, so that a replay needs no
     * others; itself where it names none.
     *
     * @throws dev.trimtab.runtime.UserError if there is no such run, or its {@code run.json} is damaged
     */
    public RunRequest overRecorded() {
        return ReplayedOptions.under(this);
    }

    /**
     * Returns the resolved configuration.
     *
     * @throws dev.trimtab.runtime.UserError naming the file and its line, or the option, that does not fit
     */
    public RunConfig config() {
        return RunConfig.load(home, layers());
    }

    /** Returns the files and the assignments as layers, lowest first. */
    public List<Layer> layers() {
        return Stream.concat(
                        files.stream().map(ConfigFile::layer), options.stream().map(Layer::option))
                .toList();
    }
}

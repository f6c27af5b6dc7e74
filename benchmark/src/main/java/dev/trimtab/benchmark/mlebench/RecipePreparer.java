package dev.trimtab.benchmark.mlebench;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.competition.ReplacedFolder;
import dev.trimtab.benchmark.mlebench.archive.Unpacking;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.Preparation;
import dev.trimtab.benchmark.mlebench.recipe.RecipeRun;
import dev.trimtab.benchmark.mlebench.special.SpecialSteps;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a competition by the recipe beside its definition. The data appear when they are whole; an interrupted
 * preparation goes on where it stopped if recipe and raw files are the same.
 */
final class RecipePreparer {
    private static final String RECIPE = "prepare.yaml";
    private static final String REFOLD = "refold.yaml";
    private static final String STAMP = "recipe.sha256";

    private final Path dataDir;

    /** @param dataDir holds {@code <id>/prepared} for every competition */
    RecipePreparer(Path dataDir) {
        this.dataDir = dataDir;
    }

    /** Returns whether a competition has a recipe. */
    static boolean hasRecipe(Competition competition) {
        return Files.isRegularFile(competition.folder().resolve(RECIPE));
    }

    /** Returns the recipe of a competition that has one. */
    static Preparation recipe(Competition competition) {
        return load(competition, RECIPE);
    }

    /** Returns the recipe by which training rows are split again: the same, or one of its own where that splits nothing. */
    static Preparation refoldRecipe(Competition competition) {
        return load(competition, Files.exists(competition.folder().resolve(REFOLD)) ? REFOLD : RECIPE);
    }

    private static Preparation load(Competition competition, String name) {
        return new ConfigLoader().load(competition.folder().resolve(name), Preparation.class);
    }

    /**
     * Returns prepared data, made now if they are not there. Data that another program prepared are left as they are.
     *
     * @param competition one with a recipe
     * @param source its raw files: a folder of them, one that holds {@code <id>.zip}, or an archive
     * @throws UserError if raw files are missing or do not fit the recipe
     * @throws InfrastructureError if the data directory cannot be written
     */
    PreparedData prepare(Competition competition, RawSource source) {
        PreparedData data = PreparedData.in(dataDir, competition);
        Path description = source.description() == null ? competition.description() : source.description();
        if (!Files.isRegularFile(description)) {
            throw new UserError("no description file " + description);
        }
        @Nullable Path raw = source.raw();
        if (raw == null || !Files.exists(raw)) {
            throw new UserError("no raw files at " + raw + "; give the folder or .zip file as downloaded by --raw");
        }
        Path recipe = competition.folder().resolve(RECIPE);
        try {
            String stamp = RawStamp.of(raw, List.of(recipe, description));
            requireOurs(data, source.description());
            ReplacedFolder.write(
                    data.root(),
                    () -> !isCurrent(data, stamp),
                    rest -> isStamped(rest, stamp),
                    folder -> write(competition, raw, folder, stamp, description));
            return data;
        } catch (IOException e) {
            throw new InfrastructureError(
                    "cannot prepare " + competition.id() + " in " + dataDir + ": " + IoReason.of(e)
                            + "; another place can be given by --data-dir",
                    e);
        }
    }

    private static void write(Competition competition, Path raw, Path folder, String stamp, Path description)
            throws IOException {
        Path scratch = folder.resolveSibling("prepared.scratch");
        if (!isStamped(folder, stamp)) {
            WholeFiles.delete(scratch);
        }
        Files.writeString(folder.resolve(STAMP), stamp + "\n");
        Files.createDirectories(scratch);
        new RecipeRun(recipe(competition), competition.definition().columns(), SpecialSteps.all())
                .run(unpacked(raw, competition.id(), scratch), folder, scratch);
        WholeFiles.copy(description, folder.resolve("public").resolve("description.md"));
        WholeFiles.delete(scratch);
    }

    /** Returns a folder of the raw files; the archive in which Kaggle hands them out is unpacked first. */
    private static Path unpacked(Path raw, String id, Path scratch) throws IOException {
        Path archive = Files.isDirectory(raw) ? raw.resolve(id + ".zip") : raw;
        if (!Files.isRegularFile(archive)) {
            return raw;
        }
        Path folder = scratch.resolve("downloaded");
        Unpacking.unpack(archive, folder);
        return folder;
    }

    private static boolean isCurrent(PreparedData data, String stamp) {
        return data.isReady() && (!Files.exists(data.root().resolve(STAMP)) || isStamped(data.root(), stamp));
    }

    private static boolean isStamped(Path folder, String stamp) {
        Path file = folder.resolve(STAMP);
        try {
            return Files.exists(file) && Files.readString(file).strip().equals(stamp);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + file + ": " + IoReason.of(e), e);
        }
    }

    private static void requireOurs(PreparedData data, @Nullable Path description) {
        if (description != null && data.isReady() && !Files.exists(data.root().resolve(STAMP))) {
            throw new UserError(data.root() + " was prepared by another program and is left as it is; to use "
                    + description + ", prepare in another place by --data-dir");
        }
    }
}

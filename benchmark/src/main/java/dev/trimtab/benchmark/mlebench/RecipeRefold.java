package dev.trimtab.benchmark.mlebench;

import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.ReplacedFolder;
import dev.trimtab.benchmark.competition.split.KFold;
import dev.trimtab.benchmark.mlebench.archive.WholeFiles;
import dev.trimtab.benchmark.mlebench.recipe.Preparation;
import dev.trimtab.benchmark.mlebench.recipe.RecipeRun;
import dev.trimtab.benchmark.mlebench.recipe.RefoldRecipe;
import dev.trimtab.benchmark.mlebench.special.SpecialSteps;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Splits the public training rows of prepared data again by the recipe that made them. */
final class RecipeRefold {
    private final PreparedData data;
    private final Preparation recipe;

    /**
     * @param data prepared by the recipe, or by MLE-bench
     * @param recipe beside the competition's definition
     */
    RecipeRefold(PreparedData data, Preparation recipe) {
        this.data = data;
        this.recipe = recipe;
    }

    /**
     * Returns the folds, written below a folder if they are not there yet. Files of theirs may be links to public ones.
     *
     * @param folds how many, at least 2
     * @param workDir out of the agent's reach
     * @throws dev.trimtab.runtime.UserError if there are too few rows for so many folds
     */
    List<Fold> folds(int folds, Path workDir) {
        Path scratch = workDir.resolve("scratch");
        try {
            WholeFiles.delete(scratch);
            List<Fold> made = new ArrayList<>();
            for (int number = 0; number < folds; number++) {
                made.add(fold(new KFold(number, folds), workDir.resolve("fold-" + number), scratch));
            }
            WholeFiles.delete(scratch);
            return List.copyOf(made);
        } catch (IOException e) {
            throw new InfrastructureError(
                    "cannot split " + data.publicDir() + " again in " + workDir + ": " + IoReason.of(e), e);
        }
    }

    private Fold fold(KFold number, Path folder, Path scratch) throws IOException {
        Definition definition = data.competition().definition();
        ReplacedFolder.write(folder, () -> !Files.exists(folder), rest -> false, unfinished -> {
            Files.createDirectories(scratch);
            new RecipeRun(RefoldRecipe.of(recipe, number), definition.columns(), SpecialSteps.all())
                    .runLinked(data.publicDir(), unfinished, scratch);
            WholeFiles.copy(data.description(), unfinished.resolve("public").resolve("description.md"));
        });
        return new Fold(
                folder.resolve("public"), folder.resolve(definition.files().answers()));
    }
}

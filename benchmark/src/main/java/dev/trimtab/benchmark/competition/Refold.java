package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.competition.Splitter.Parts;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Splits the public training rows of a competition again by its own rule, for verification on labels not seen. */
public final class Refold {
    private Refold() {}

    /**
     * Returns the folds, written below a folder if they are not there yet.
     *
     * <p>Rule random: fold j holds out the j-th part of a permutation. Rule time: fold j holds out the j-th last period of
     * the length of the test set, and trains on what lies before it.
     *
     * @param competition whose rule to use
     * @param publicDir prepared public data
     * @param folds how many, at least 2
     * @param workDir where {@code fold-<j>/public} and {@code fold-<j>/private} are written; out of the agent's reach
     * @throws dev.trimtab.runtime.UserError if there are too few rows for so many folds
     */
    public static List<Fold> refold(Competition competition, Path publicDir, int folds, Path workDir) {
        try {
            Definition definition = competition.definition();
            Rows train = withoutNumbers(definition, CsvFiles.read(publicDir.resolve("train.csv")));
            Recipe.Split rule = definition.recipe().split();
            Splitter splitter = new Splitter(rule);
            String timeColumn = timeColumn(definition.recipe());
            long periods = rule.rule() == Recipe.Rule.TIME ? periods(publicDir, timeColumn) : 0;
            List<Fold> made = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                Path folder = workDir.resolve("fold-" + fold);
                Parts parts = splitter.refold(train, timeColumn, periods, fold, folds);
                ReplacedFolder.write(
                        folder,
                        () -> !Files.exists(folder),
                        unfinished -> new PartsWriter(definition)
                                .write(parts, unfinished, description(competition, publicDir)));
                made.add(new Fold(
                        folder.resolve("public"),
                        folder.resolve(definition.files().answers())));
            }
            return List.copyOf(made);
        } catch (IOException e) {
            throw new InfrastructureError(
                    "cannot split " + publicDir + " again in " + workDir + ": " + IoReason.of(e), e);
        }
    }

    private static Path description(Competition competition, Path publicDir) {
        Path prepared = publicDir.resolve("description.md");
        return Files.exists(prepared) ? prepared : competition.description();
    }

    /** Row numbers tell nothing and are given anew; ids of the data's own stay. */
    private static Rows withoutNumbers(Definition definition, Rows train) {
        if (definition.recipe().write().style() == Recipe.Style.PANDAS) {
            return train;
        }
        return train.columns(train.header().stream()
                .filter(name -> !name.equals(definition.idColumn()))
                .toList());
    }

    private static String timeColumn(Recipe recipe) {
        if (recipe.split().rule() == Recipe.Rule.RANDOM) {
            return "";
        }
        String raw = recipe.split().timeColumn();
        return recipe.rename().getOrDefault(raw, raw);
    }

    private static long periods(Path publicDir, String timeColumn) throws IOException {
        return CsvFiles.read(publicDir.resolve("test.csv")).column(timeColumn).stream()
                .distinct()
                .count();
    }
}

package dev.trimtab.benchmark.mlebench;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionFolders;
import dev.trimtab.benchmark.competition.CompetitionSet;
import dev.trimtab.benchmark.competition.Complexity;
import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.competition.Fold;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.Preparer;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.runtime.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Competitions of MLE-bench, prepared as MLE-bench prepares them. Raw data are Kaggle's and must be given; data that
 * MLE-bench itself prepared are used as they are.
 */
public final class MleBenchSet implements CompetitionSet {
    private final Path folder;
    private final Path cache;

    /**
     * @param folder holds one folder a competition
     * @param cache MLE-bench's own data directory, searched after the user's
     */
    public MleBenchSet(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    @Override
    public String name() {
        return "mle-bench";
    }

    @Override
    public List<Competition> competitions() {
        return CompetitionFolders.read(folder);
    }

    /** Returns the scored competitions, these by complexity ({@code lite} and {@code low} are one), and those for development. */
    @Override
    public List<CompetitionSet> parts() {
        return List.of(
                part("split75", definition -> definition.complexity().isPresent()),
                part("lite", definition -> definition.complexity().equals(Optional.of(Complexity.LOW))),
                part("low", definition -> definition.complexity().equals(Optional.of(Complexity.LOW))),
                part("medium", definition -> definition.complexity().equals(Optional.of(Complexity.MEDIUM))),
                part("high", definition -> definition.complexity().equals(Optional.of(Complexity.HIGH))),
                part("dev", Definition::dev));
    }

    private CompetitionSet part(String name, Predicate<Definition> rule) {
        return new PartOfSet(name, this, competition -> rule.test(competition.definition()));
    }

    @Override
    public Optional<Competition> find(String id) {
        return CompetitionFolders.find(folder, id);
    }

    @Override
    public PreparedData open(Competition competition, Path dataDir) {
        PreparedData data = openForGrading(competition, dataDir);
        if (!data.isReady()) {
            throw incomplete(data, data.sampleSubmission());
        }
        return data;
    }

    /** MLE-bench's own data are not looked at where the data directory has any, however few: their answers may be others. */
    @Override
    public PreparedData openForGrading(Competition competition, Path dataDir) {
        PreparedData data = Stream.of(dataDir, cache)
                .map(root -> PreparedData.in(root, competition))
                .filter(found -> Files.exists(found.root()))
                .findFirst()
                .orElseThrow(() -> new UserError(competition.id() + " is not prepared in " + dataDir
                        + "; download its files from kaggle.com/competitions/" + competition.id()
                        + " and run: " + command(competition, dataDir)));
        if (!data.isGradable()) {
            throw incomplete(data, data.answers());
        }
        return data;
    }

    private static UserError incomplete(PreparedData data, Path missing) {
        String id = data.competition().id();
        return new UserError(id + " is not whole in " + data.root() + ": there is no "
                + data.root().relativize(missing) + "; run: ./trimtab prepare " + id + " --raw DIR");
    }

    /** The folder is named even where it is the default one: what is prepared into another is not found again. */
    private static String command(Competition competition, Path dataDir) {
        return "./trimtab prepare " + competition.id() + " --raw DIR --data-dir " + dataDir;
    }

    @Override
    public PreparedData prepare(Competition competition, Path dataDir, RawSource source) {
        @Nullable Path raw = source.raw();
        if (raw != null && RecipePreparer.hasRecipe(competition)) {
            return new RecipePreparer(dataDir).prepare(competition, source);
        }
        if (raw != null) {
            return new Preparer(dataDir).prepare(competition, raw, source.description());
        }
        if (source.description() != null) {
            throw new UserError("a description is prepared together with the raw files: give --raw too");
        }
        return open(competition, dataDir);
    }

    @Override
    public List<Fold> refold(PreparedData data, int folds, Path workDir) {
        Competition competition = data.competition();
        return RecipePreparer.hasRecipe(competition)
                ? new RecipeRefold(data, RecipePreparer.refoldRecipe(competition)).folds(folds, workDir)
                : CompetitionSet.super.refold(data, folds, workDir);
    }
}

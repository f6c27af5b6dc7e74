package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.competition.split.KFold;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Copy;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Follow;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Pack;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Table;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Write;
import dev.trimtab.benchmark.mlebench.table.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The recipe by which the public data of a recipe are split again. It is the same recipe, but the public folder plays the
 * raw one: every raw file is read where the recipe has put it for the training rows, archives that the recipe packs are
 * unpacked first, and a fold of the training rows is the test part.
 */
public final class RefoldRecipe {
    private static final String PUBLIC = "public/";

    private final Preparation recipe;
    private final Optional<Write> training;

    private RefoldRecipe(Preparation recipe) {
        this.recipe = recipe;
        this.training = recipe.write().stream()
                .filter(write -> write.rows() == Part.TRAIN && write.file().startsWith(PUBLIC))
                .findFirst();
    }

    /**
     * Returns the recipe for one fold.
     *
     * @param recipe one that shows the training rows with all their columns, and whose special step, if any, knows folds
     * @param fold the rows to hold out
     */
    public static Preparation of(Preparation recipe, KFold fold) {
        Split split = recipe.split().map(own -> own.into(fold)).orElseGet(() -> Split.ofFold(fold));
        return new RefoldRecipe(recipe).of(split);
    }

    private Preparation of(Split split) {
        Optional<Table> table = recipe.table().map(this::table);
        List<Follow> follow = recipe.follow().stream().map(this::follow).toList();
        List<Copy> copy = copies();
        List<String> read = Stream.of(
                        table.stream().map(Table::file),
                        follow.stream().map(Follow::from),
                        copy.stream().map(Copy::from))
                .flatMap(files -> files)
                .toList();
        return new Preparation(
                unpack(read),
                table,
                Optional.of(split),
                recipe.write(),
                follow,
                copy,
                recipe.folders(),
                recipe.pack(),
                recipe.special());
    }

    private Table table(Table raw) {
        return new Table(
                training.map(write -> shown(write.file())).orElse(raw.file()),
                raw.text(),
                Reading.Precision.ROUND_TRIP,
                Map.of());
    }

    private Follow follow(Follow raw) {
        return new Follow(
                shown(raw.to()),
                raw.to(),
                raw.column(),
                raw.rows(),
                raw.of(),
                raw.sort(),
                Reading.Precision.ROUND_TRIP);
    }

    /** A file that goes elsewhere for a test row is read where the same file goes for a training row. */
    private List<Copy> copies() {
        Map<String, String> places = new HashMap<>();
        recipe.copy().stream()
                .filter(copy -> copy.rows() != Part.TEST)
                .forEach(copy -> places.put(copy.from(), shown(copy.to())));
        return recipe.copy().stream()
                .map(copy -> new Copy(places.getOrDefault(copy.from(), copy.from()), copy.to(), copy.rows()))
                .toList();
    }

    /** Returns the archives to unpack: those of what is read, or all where a special step alone knows what that is. */
    private Map<String, String> unpack(List<String> read) {
        Map<String, String> archives = new HashMap<>();
        for (Pack pack : recipe.pack()) {
            String source = shown(pack.source());
            Predicate<String> within = file -> file.equals(source) || file.startsWith(source + "/");
            if (!pack.keep() && (recipe.table().isEmpty() || read.stream().anyMatch(within))) {
                archives.put(shown(pack.to()), pack.inside() ? source : ".");
            }
        }
        return archives;
    }

    /** Returns where the public folder has what was written for a training row: new ids are cells now. */
    private String shown(String target) {
        String place = target.replace("{part}", "train");
        for (Map.Entry<String, String> set :
                training.map(Write::set).orElse(Map.of()).entrySet()) {
            place = place.replace(set.getValue(), "{" + set.getKey() + "}");
        }
        return place.startsWith(PUBLIC) ? place.substring(PUBLIC.length()) : place;
    }
}

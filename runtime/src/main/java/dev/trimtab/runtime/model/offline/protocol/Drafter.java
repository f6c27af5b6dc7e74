package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.DesignSpace;
import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.grammar.Knob;
import dev.trimtab.runtime.model.offline.grammar.Metric;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Drafts a solution from nothing: a kind of model that was not read of, prepared in part like the best attempt that was. */
final class Drafter {
    /** Draws before a design that was read of is accepted again. */
    private static final int TRIES = 50;

    /** How often a setting of the data's preparation is taken over from the best attempt. */
    private static final double TAKE_OVER = 0.5;

    private final Author author;

    Drafter(Author author) {
        this.author = author;
    }

    String draft(Request request) {
        TaskFacts facts = request.prompt().task();
        List<AttemptFact> tried = request.recalled();
        DesignSpace space = new DesignSpace(facts.shape().orElse(Shape.TABLE), facts.metric(), facts.xgboost());
        RandomGenerator random = request.draws().of("draft");
        Family family = family(request, space, tried, random);
        boolean again =
                request.draws().happens("repeat", request.profile().rates().repeat());
        Design design = design(space, family, tried, random);
        for (int i = 0; i < TRIES && !again && known(tried, design); i++) {
            design = design(space, family, tried, random);
        }
        ProgramTask task = Author.task(facts);
        String why = "One part of the training rows is held out and never fitted on, so that the printed result can be"
                + " trusted. After that the model is fitted on all training rows, and the test rows are predicted.";
        return author.reply(
                request, design, task, author.slip(request, design, task).orElse(null), why);
    }

    /** Returns the best of the attempts that have a score. */
    static Optional<AttemptFact> best(List<AttemptFact> facts, Metric metric) {
        Comparator<AttemptFact> byScore =
                Comparator.comparingDouble(f -> f.score().orElseThrow() * (metric.higherIsBetter() ? 1 : -1));
        return facts.stream().filter(f -> f.score().isPresent()).max(byScore);
    }

    private static Family family(Request request, DesignSpace space, List<AttemptFact> tried, RandomGenerator random) {
        List<Family> families = space.families();
        Optional<Family> asked = request.prompt().task().direction().filter(families::contains);
        if (asked.isPresent()) {
            return asked.get();
        }
        if (!tried.isEmpty()
                && request.draws().happens("anchor", request.profile().rates().anchor())) {
            Family first = tried.get(0).design().main().family();
            return families.contains(first) ? first : families.get(random.nextInt(families.size()));
        }
        List<Family> fresh = families.stream()
                .filter(f -> tried.stream().noneMatch(t -> t.design().uses(f)))
                .toList();
        boolean repeat = request.draws()
                .happens("repeat family", request.profile().rates().repeat());
        List<Family> from = fresh.isEmpty() || repeat ? families : fresh;
        return from.get(random.nextInt(from.size()));
    }

    private static Design design(DesignSpace space, Family family, List<AttemptFact> tried, RandomGenerator random) {
        Design design = space.draw(family, random);
        Optional<AttemptFact> best = best(tried, space.metric());
        if (best.isEmpty()) {
            return design;
        }
        for (var feature : best.get().design().features().entrySet()) {
            Knob knob = feature.getKey();
            if (design.features().containsKey(knob) && random.nextDouble() < TAKE_OVER) {
                design = design.with("x." + knob.name(), feature.getValue());
            }
        }
        return design;
    }

    private static boolean known(List<AttemptFact> tried, Design design) {
        return tried.stream().anyMatch(t -> t.design().equals(design));
    }
}

package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.DesignSpace;
import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.grammar.Flaw;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import dev.trimtab.runtime.model.offline.reader.AttemptFact;
import dev.trimtab.runtime.model.offline.reader.CodeReader;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Changes one thing of a working solution: nothing that was read of, rather what gained elsewhere. */
final class Improver {
    private final Author author;
    private final Drafter drafter;

    Improver(Author author, Drafter drafter) {
        this.author = author;
        this.drafter = drafter;
    }

    String improve(Request request, String code) {
        Optional<Design> base = CodeReader.design(code);
        if (base.isEmpty()) {
            return drafter.draft(request);
        }
        TaskFacts facts = request.prompt().task();
        List<AttemptFact> tried = request.recalled();
        boolean xgboost = facts.xgboost()
                || base.get().uses(Family.XGBOOST)
                || tried.stream().anyMatch(t -> t.design().uses(Family.XGBOOST));
        DesignSpace space = new DesignSpace(Shape.of(base.get().features()), facts.metric(), xgboost);
        DesignSpace.Step step = choose(request, space, base.get(), tried);
        ProgramTask task = task(facts, code);
        String why = "The one change against the previous solution: " + step.what()
                + ". Everything else stays as it is, the way of validating above all, so that the difference can be"
                + " told.";
        Optional<Flaw> slip = author.slip(request, step.design(), task);
        Flaw kept = author.grammar().seen(code, task).contains(Flaw.LEAK) ? Flaw.LEAK : null;
        return author.reply(request, step.design(), task, slip.orElse(kept), why);
    }

    /** Returns the task; column names that the prompt does not tell are taken from the program. */
    static ProgramTask task(TaskFacts facts, String code) {
        String target =
                facts.target().isEmpty() ? CodeReader.constant(code, "target").orElse("") : facts.target();
        String id = facts.target().isEmpty() ? CodeReader.constant(code, "id").orElse(facts.id()) : facts.id();
        return new ProgramTask(facts.metric(), id, target, facts.data().orElse(ProgramTask.INPUT), facts.folder());
    }

    private static DesignSpace.Step choose(Request request, DesignSpace space, Design base, List<AttemptFact> tried) {
        RandomGenerator random = request.draws().of("improve");
        Lessons lessons = Lessons.of(tried, space.metric());
        List<DesignSpace.Step> steps = new ArrayList<>(space.steps(base));
        if (!base.full()) {
            partners(space, base, tried, random).forEach(partner -> steps.add(space.blend(base, partner)));
        }
        if (!tried.isEmpty()
                && request.draws().happens("anchor", request.profile().rates().anchor())) {
            var old = tried.get(0).design().settings();
            List<DesignSpace.Step> back = steps.stream()
                    .filter(s -> s.to().equals(old.get(s.setting())))
                    .toList();
            if (!back.isEmpty()) {
                return back.get(random.nextInt(back.size()));
            }
        }
        boolean again =
                request.draws().happens("repeat", request.profile().rates().repeat());
        List<DesignSpace.Step> fresh =
                steps.stream().filter(s -> !lessons.knows(s.design())).toList();
        return weighted(again || fresh.isEmpty() ? steps : fresh, lessons, random);
    }

    /** Returns models worth averaging in: those of the attempts that were read, best first, else one at random. */
    private static List<Design.Model> partners(
            DesignSpace space, Design base, List<AttemptFact> tried, RandomGenerator random) {
        List<AttemptFact> others = new ArrayList<>(tried.stream()
                .filter(t -> t.score().isPresent()
                        && !t.design().blend()
                        && !base.uses(t.design().main().family()))
                .toList());
        List<Design.Model> partners = new ArrayList<>();
        while (partners.size() < 2 && !others.isEmpty()) {
            AttemptFact best = Drafter.best(others, space.metric()).orElseThrow();
            partners.add(best.design().main());
            others.removeIf(
                    o -> o.design().main().family() == best.design().main().family());
        }
        List<Family> families =
                space.families().stream().filter(f -> !base.uses(f)).toList();
        if (partners.isEmpty()) {
            partners.add(space.model(families.get(random.nextInt(families.size())), random));
        }
        return partners;
    }

    private static DesignSpace.Step weighted(List<DesignSpace.Step> steps, Lessons lessons, RandomGenerator random) {
        double total = steps.stream().mapToDouble(lessons::weight).sum();
        double at = random.nextDouble() * total;
        for (DesignSpace.Step step : steps) {
            at -= lessons.weight(step);
            if (at <= 0) {
                return step;
            }
        }
        return steps.get(steps.size() - 1);
    }
}

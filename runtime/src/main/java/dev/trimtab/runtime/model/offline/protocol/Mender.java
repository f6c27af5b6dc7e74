package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.DesignSpace;
import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.grammar.Flaw;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import dev.trimtab.runtime.model.offline.reader.CodeReader;
import dev.trimtab.runtime.model.offline.reader.ExecutionFact;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Mends a program, at the profile's rate and only if the output shows what went wrong; else the mistake stays in. */
final class Mender {
    private final Author author;
    private final Drafter drafter;

    Mender(Author author, Drafter drafter) {
        this.author = author;
        this.drafter = drafter;
    }

    String mend(Request request, String code) {
        Optional<Design> found = CodeReader.design(code);
        if (found.isEmpty()) {
            return drafter.draft(request);
        }
        TaskFacts facts = request.prompt().task();
        Design design = found.get();
        ProgramTask task = Improver.task(facts, code);
        ExecutionFact output = ExecutionFact.read(request.prompt().output().orElse(""));
        Set<Flaw> seen = author.grammar().seen(code, task);
        boolean shown = !output.error().isEmpty()
                || misplaced(output, facts.folder())
                || Reviewer.suspicious(output, facts.metric());
        boolean mended = shown
                && request.draws().happens("mend", request.profile().rates().mend());
        Flaw stays = seen.stream().sorted().findFirst().orElse(null);
        if (mended) {
            Design next =
                    output.error().startsWith("LimitError") || output.error().startsWith("Timeout")
                            ? smaller(request, design)
                            : design;
            return author.reply(
                    request,
                    next,
                    task,
                    null,
                    "The last run failed for this reason: "
                            + cause(output, facts.folder())
                            + ". The program is kept as it was but for what that takes; the way of validating"
                            + " does not change.");
        }
        String why = shown
                ? "The last run did not end as it should; the likely cause is the order of the steps in the main"
                        + " method. They are put in order, and the rest is kept as it was."
                : "The output does not show what went wrong. The program is written out again with care, and the rest"
                        + " is kept as it was.";
        return author.reply(request, design, task, stays, why);
    }

    private static boolean misplaced(ExecutionFact output, ProgramTask.Folder folder) {
        return !output.wrote().isEmpty() && !output.submitted(folder);
    }

    private static String cause(ExecutionFact output, ProgramTask.Folder folder) {
        if (!output.error().isEmpty()) {
            return output.error().replaceAll("[.\\n]+", " ").strip();
        }
        return misplaced(output, folder)
                ? "the predictions went into the wrong folder"
                : "the result is too good to be true";
    }

    /** A program that was stopped at a limit is made smaller where one setting allows it. */
    private static Design smaller(Request request, Design design) {
        TaskFacts facts = request.prompt().task();
        DesignSpace space = new DesignSpace(Shape.of(design.features()), facts.metric(), design.uses(Family.XGBOOST));
        List<DesignSpace.Step> down = space.steps(design).stream()
                .filter(s -> s.setting().matches("\\d\\.(?:TREES|EPOCHS|HIDDEN|DEPTH|SHARE)"))
                .filter(s -> Double.parseDouble(s.to()) < Double.parseDouble(s.from()))
                .toList();
        RandomGenerator random = request.draws().of("smaller");
        return down.isEmpty() ? design : down.get(random.nextInt(down.size())).design();
    }
}

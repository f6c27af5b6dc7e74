package dev.trimtab.runtime.model.offline.protocol;

import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Flaw;
import dev.trimtab.runtime.model.offline.grammar.Grammar;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes replies: the plan, whose first sentence states the whole design, then one fenced program, with the slips of the profile.
 *
 * @param grammar the language of the programs
 */
record Author(Grammar grammar) {
    /** Returns the task as a program must know it. */
    static ProgramTask task(TaskFacts facts) {
        return new ProgramTask(
                facts.metric(), facts.id(), facts.target(), facts.data().orElse(ProgramTask.INPUT), facts.folder());
    }

    /** Returns a mistake for a new program at the profile's rate. */
    Optional<Flaw> slip(Request request, Design design, ProgramTask task) {
        if (!request.draws().happens("bug", request.profile().rates().bug())) {
            return Optional.empty();
        }
        List<Flaw> flaws = List.copyOf(grammar.flaws(design, task));
        RandomGenerator random = request.draws().of("flaw");
        List<Flaw> sorted = flaws.stream().sorted().toList();
        return Optional.of(sorted.get(random.nextInt(sorted.size())));
    }

    /**
     * Returns the reply.
     *
     * @param why two or more sentences after the design
     */
    String reply(Request request, Design design, ProgramTask task, @Nullable Flaw flaw, String why) {
        StringBuilder reply = new StringBuilder(design.sentence()).append(' ').append(why);
        if (request.declareFamily()) {
            reply.append("\nFamily: ").append(design.main().family().words());
        }
        String code = grammar.write(design, task, flaw);
        if (request.draws().happens("malformed", request.profile().rates().malformed())) {
            return reply.append("\n\n").append(code).toString();
        }
        return reply.append("\n\n```")
                .append(grammar.language())
                .append('\n')
                .append(code)
                .append("```\n")
                .toString();
    }
}

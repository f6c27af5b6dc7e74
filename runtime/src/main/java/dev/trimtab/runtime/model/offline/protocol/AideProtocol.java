package dev.trimtab.runtime.model.offline.protocol;

import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.model.offline.grammar.Grammar;

/** AIDE's protocol: a forced function call is a review; code with its output is to be mended, code alone to be improved, no code to be drafted. */
final class AideProtocol implements Protocol {
    private final Reviewer reviewer = new Reviewer();
    private final Drafter drafter;
    private final Improver improver;
    private final Mender mender;

    /** @param grammar the language that programs are written in */
    AideProtocol(Grammar grammar) {
        Author author = new Author(grammar);
        this.drafter = new Drafter(author);
        this.improver = new Improver(author, drafter);
        this.mender = new Mender(author, drafter);
    }

    @Override
    public boolean speaks(Request request) {
        return true;
    }

    @Override
    public AiMessage answer(Request request) {
        if (reviewer.asked(request)) {
            return reviewer.review(request);
        }
        String code = request.prompt().code().orElse("");
        if (code.isBlank()) {
            return AiMessage.from(drafter.draft(request));
        }
        return AiMessage.from(
                request.prompt().output().isPresent() ? mender.mend(request, code) : improver.improve(request, code));
    }
}

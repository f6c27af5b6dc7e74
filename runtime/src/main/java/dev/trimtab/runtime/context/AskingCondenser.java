package dev.trimtab.runtime.context;

/** The condensers that ask a model, each by when it cuts (trigger), what it keeps (selection), and what stands for the rest (replacement). */
enum AskingCondenser {
    /** OpenHands' {@code llm}: beyond {@code max-size} events head and tail stay, a summary stands for the rest. */
    LLM("openhands-llm", Trigger.EVENTS, Selection.RECENT, Replacement.SUMMARY),
    /** OpenHands' {@code llm_attention}: beyond {@code max-size} events the model ranks them, and the best stay. */
    ATTENTION("openhands-llm-attention", Trigger.EVENTS, Selection.ATTENTION, Replacement.NOTHING),
    /** OpenHands' {@code structured}: as {@code llm}, the summary by fields of a function call. */
    STRUCTURED("openhands-structured", Trigger.EVENTS, Selection.RECENT, Replacement.STRUCTURED),
    /** OpenHands' {@code pipeline} of its server: a history that does not fit is cut to its newer half, else as {@code llm}. */
    PIPELINE("openhands-pipeline", Trigger.EVENTS, Selection.RECENT, Replacement.SUMMARY),
    /** The summarising condenser of OpenHands' SDK: tokens trigger too, and a cut that frees too little is none, or of everything. */
    SDK("openhands-sdk", Trigger.EVENTS_OR_TOKENS, Selection.RECENT, Replacement.SUMMARY),
    /** What does not fit is summed up; attempts keep their signature lines. */
    GENERAL("llm-summary", Trigger.REQUEST, Selection.RECENT, Replacement.RECORDS_AND_SUMMARY);

    /** When a history is cut; each also where it does not fit the budget, which OpenHands calls a request. */
    enum Trigger {
        EVENTS,
        EVENTS_OR_TOKENS,
        REQUEST
    }

    /** Which events stay. */
    enum Selection {
        RECENT,
        ATTENTION
    }

    /** What stands for the others. */
    enum Replacement {
        NOTHING,
        SUMMARY,
        STRUCTURED,
        RECORDS_AND_SUMMARY
    }

    private final String title;
    private final Trigger trigger;
    private final Selection selection;
    private final Replacement replacement;

    AskingCondenser(String title, Trigger trigger, Selection selection, Replacement replacement) {
        this.title = title;
        this.trigger = trigger;
        this.selection = selection;
        this.replacement = replacement;
    }

    String title() {
        return title;
    }

    Trigger trigger() {
        return trigger;
    }

    Selection selection() {
        return selection;
    }

    Replacement replacement() {
        return replacement;
    }
}

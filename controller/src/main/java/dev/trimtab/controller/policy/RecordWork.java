package dev.trimtab.controller.policy;

/** What is known of work on a hypothesis that is held as a record, which decides what such work takes of the budget. */
public enum RecordWork {
    /** Nothing: none was seen, and the caller said nothing. */
    UNSEEN,
    /** It is done on the record itself, which is one of no more tokens afterwards. */
    IN_PLACE,
    /** The whole is brought in for it. */
    BROUGHT_IN
}

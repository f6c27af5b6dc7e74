package dev.trimtab.runtime.context;

import org.jspecify.annotations.Nullable;

/** A part of a prompt, in the order in which it is shown. */
public sealed interface Section {
    /** Whose words a section is in a chat. */
    enum Role {
        SYSTEM,
        USER
    }

    /** Returns whose words the section is. */
    Role role();

    /**
     * Frame: text known before the call and shown as it is.
     *
     * @param role whose words
     * @param text the text
     */
    record Fixed(Role role, String text) implements Section {}

    /**
     * An item that must appear, cut head and tail to its floor where the window is short.
     *
     * @param role whose words
     * @param heading a line shown before the item
     * @param item the item
     * @param fence the language of the code fence around the text, empty for a bare fence, or null for none
     * @param floorTokens the least tokens of it that must appear, at least 1
     */
    record Required(
            Role role,
            String heading,
            ContextItem item,
            @Nullable String fence,
            int floorTokens) implements Section {
        /** Checks the floor. */
        public Required {
            if (floorTokens < 1) {
                throw new IllegalArgumentException("floorTokens must be >= 1 but was " + floorTokens);
            }
        }
    }

    /**
     * The place where the context policy's choice of optional items goes; nothing is shown when it chose none.
     *
     * @param role whose words
     * @param heading a line shown before the items; empty for none
     * @param chat whether items that consist of events are shown as turns of the chat, calls and their results as such
     */
    record Memory(Role role, String heading, boolean chat) implements Section {
        /** Shows every item as text. */
        public Memory(Role role, String heading) {
            this(role, heading, /* chat= */ false);
        }
    }
}

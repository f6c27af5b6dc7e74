package dev.trimtab.runtime.context;

/** One event of an item, as it appears in a chat. */
public sealed interface Turn {
    /** Returns the event as text. */
    String text();

    /** Whose words something is. */
    enum Speaker {
        USER,
        ASSISTANT
    }

    /**
     * Plain words.
     *
     * @param by whose
     * @param text the words
     */
    record Said(Speaker by, String text) implements Turn {}

    /**
     * A call of a tool by the model.
     *
     * @param reply what tells the reply from others; calls of one reply are sent as one message
     * @param thought the reply's words before the call, possibly empty; the reply's first call has them
     * @param call the call's id
     * @param tool the tool's name
     * @param arguments its arguments, a JSON object
     * @param text the call as text
     */
    record Called(String reply, String thought, String call, String tool, String arguments, String text)
            implements Turn {}

    /**
     * What came of a call: an observation.
     *
     * @param call the call's id; empty where calls have none
     * @param tool the tool's name
     * @param label words before the observation where it is shown as text
     * @param observation the observation
     */
    record Answered(String call, String tool, String label, String observation) implements Turn {
        @Override
        public String text() {
            return label + observation;
        }

        /** Returns the event with other words in the observation's place. */
        public Answered with(String other) {
            return new Answered(call, tool, label, other);
        }
    }
}

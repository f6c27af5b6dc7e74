package dev.trimtab.runtime.model.server;

/** A JSON Schema that no value is known for. Its message says where and why. */
final class UnmetSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param where the place in the value, such as {@code .rows[0]}; empty for the whole
     * @param why what about its schema cannot be met
     */
    UnmetSchemaException(String where, String why) {
        super((where.isEmpty() ? "the whole" : where.substring(where.startsWith(".") ? 1 : 0)) + ": " + why);
    }
}

package dev.trimtab.scaffolds.mlab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What MLAB's agent can do. Some actions are not named in the prompt and may be called all the same, as in the original. */
enum MlabAction {
    LIST_FILES("List Files", true, "dir_path"),
    COPY_FILE("Copy File", true, "source", "destination"),
    UNDO_EDIT("Undo Edit Script", true, "script_name"),
    EXECUTE("Execute Script", true, "script_name"),
    FINAL_ANSWER("Final Answer", true, "final_answer"),
    UNDERSTAND("Understand File", true, "file_name", "things_to_look_for"),
    INSPECT("Inspect Script Lines", true, "script_name", "start_line_number", "end_line_number"),
    EDIT("Edit Script (AI)", true, "script_name", "edit_instruction", "save_name"),
    VALIDATE("Validate Submission", true, "submission_path"),
    READ("Read File", false, "file_name"),
    WRITE("Write File", false, "file_name", "content"),
    APPEND("Append File", false, "file_name", "content"),
    EDIT_SEGMENT(
            "Edit Script Segment (AI)",
            false,
            "script_name",
            "start_line_number",
            "end_line_number",
            "edit_instruction",
            "save_name"),
    REFLECTION("Reflection", false, "things_to_reflect_on"),
    RETRIEVE("Retrieval from Research Log", false, "current_plan"),
    LOG("Append Summary to Research Log", false, "content"),
    HELP("Request Help", false, "request");

    private final String title;
    private final boolean visible;
    /** Made by {@code List.of}, which the check does not see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> keys;

    MlabAction(String title, boolean visible, String... keys) {
        this.title = title;
        this.visible = visible;
        this.keys = List.of(keys);
    }

    /** Returns the action of a name as the model writes it; empty if there is none. */
    static Optional<MlabAction> of(String title) {
        return Arrays.stream(values()).filter(a -> a.title.equals(title)).findFirst();
    }

    /** Returns the action that a name means, whatever its case, its marks and its punctuation, and whether it says {@code (AI)}; empty for none. */
    static Optional<MlabAction> like(String title) {
        return Arrays.stream(values())
                .filter(action -> letters(action.title).equals(letters(title)))
                .findFirst();
    }

    private static String letters(String title) {
        return title.replaceFirst("(?i)\\(AI\\)", "")
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the name as the model writes it. */
    String title() {
        return title;
    }

    /** Returns whether the prompt tells of it. */
    boolean visible() {
        return visible;
    }

    /** Returns the keys of its input, in order. */
    List<String> keys() {
        return keys;
    }
}

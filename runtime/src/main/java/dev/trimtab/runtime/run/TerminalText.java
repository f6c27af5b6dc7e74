package dev.trimtab.runtime.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What programs print, as a terminal would show it: without colours and window titles (ECMA-48's control sequences and operating system commands),
 * and of a line that is begun anew by a carriage return or by going up, such as a progress bar, only its last state.
 */
final class TerminalText {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");
    private static final Pattern SEQUENCE =
            Pattern.compile("\\x1B(?:\\[[0-?]*+[ -/]*+[@-~]|\\][^\\x07\\x1B\\n]*+(?:\\x07|\\x1B\\\\)|[ -/]*+[0-Z^-~])");
    private static final Pattern LINE_UP = Pattern.compile("\\x1B\\[1?A\\z");

    private TerminalText() {}

    /** Returns the text that stays of what was printed; the same text where nothing in it is for a terminal. */
    static String of(String printed) {
        if (!CONTROL.matcher(printed).find()) {
            return printed;
        }
        List<String> lines = new ArrayList<>();
        for (String line : printed.split("\n", -1)) {
            String whole = withoutReturns(line);
            // A line that ends by going up is drawn again by the next one.
            if (!LINE_UP.matcher(whole).find()) {
                lines.add(last(SEQUENCE.matcher(whole).replaceAll("")));
            }
        }
        return String.join("\n", lines);
    }

    private static String withoutReturns(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        return line.substring(0, end);
    }

    private static String last(String line) {
        String state = withoutReturns(line);
        return CONTROL.matcher(state.substring(state.lastIndexOf('\r') + 1)).replaceAll("");
    }
}

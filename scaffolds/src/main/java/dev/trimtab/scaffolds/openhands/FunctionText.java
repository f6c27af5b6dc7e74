package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls written into the text of a reply, for models that take no functions: one a reply, at its end. */
final class FunctionText {
    /** Where the model is stopped; the rest of the mark is put back. */
    static final String STOP = "</function";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OPEN = Pattern.compile("<function=([^>\\n]+)>");
    private static final Pattern PARAMETER =
            Pattern.compile("<parameter=([^>=\\n]+)[>=]([\\s\\S]*?)(?:</parameter>|(?=<parameter=)|(?=</function)|$)");

    private FunctionText() {}

    /**
     * A reply with a call in it.
     *
     * @param thought the words before the call
     * @param call the call
     * @param whole the reply with what it lacked at its end
     * @param closed whether the call's own closing mark was there
     */
    record Written(String thought, ToolCall call, String whole, boolean closed) {}

    /** Returns the call that a text holds, empty if it holds none; of several the first counts. */
    static Optional<Written> read(String text) {
        Matcher open = OPEN.matcher(text);
        if (!open.find()) {
            return Optional.empty();
        }
        int close = text.indexOf(STOP, open.end());
        String body = text.substring(open.end(), close < 0 ? text.length() : close);
        ObjectNode arguments = JSON.createObjectNode();
        for (Matcher parameter = PARAMETER.matcher(body); parameter.find(); ) {
            arguments.set(parameter.group(1).strip(), value(trimmed(parameter.group(2))));
        }
        String whole = text.substring(0, open.end()) + body.stripTrailing() + "\n</function>";
        return Optional.of(new Written(
                text.substring(0, open.start()).strip(),
                new ToolCall(open.group(1).strip(), arguments),
                whole,
                close >= 0));
    }

    /** Returns a call as text. */
    static String write(ToolCall call) {
        StringBuilder text = new StringBuilder("<function=").append(call.tool()).append(">\n");
        call.arguments()
                .fieldNames()
                .forEachRemaining(name -> text.append("<parameter=")
                        .append(name)
                        .append('>')
                        .append(call.get(name))
                        .append("</parameter>\n"));
        return text.append("</function>").toString();
    }

    /** Lists are JSON, everything else is text. */
    private static JsonNode value(String text) {
        if (text.startsWith("[")) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                return JSON.getNodeFactory().textNode(text);
            }
        }
        return JSON.getNodeFactory().textNode(text);
    }

    private static String trimmed(String text) {
        String tail = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return tail.startsWith("\n") ? tail.substring(1) : tail;
    }
}

package dev.trimtab.runtime.model.offline.protocol;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tool that runs shell commands, as a request offers it, whatever its maker calls it.
 *
 * @param name its name
 * @param function whether it is a function of the request; else the request's text lists it, and calls are written as text
 * @param timed whether it takes a {@value #TIMEOUT}
 * @param demanded what else a call must have, by name, with the first value that is allowed
 */
record CommandTool(String name, boolean function, boolean timed, Map<String, String> demanded) {
    static final String COMMAND = "command";
    static final String TIMEOUT = "timeout";

    private static final String SHELL = "\\w*(?:bash|shell|terminal)";
    private static final Pattern NAMED = Pattern.compile(SHELL);

    /** A text that lists functions names each after that word. */
    private static final Pattern LISTED = Pattern.compile("(?i)\\bfunction\\b[^\\n=]{0,12}?\\b(" + SHELL + ")\\b");

    private static final Pattern NEXT = Pattern.compile("(?im)^\\W*(?:begin |end )?function\\b");
    private static final Pattern PARAMETER =
            Pattern.compile("(?m)^[ \\t]*(?:-|\\(\\d+\\))[ \\t]+(\\w+) \\((?:\\w+, )?(required|optional)\\)");
    private static final Pattern ALLOWED = Pattern.compile("(?i)(?:one of|allowed values:?) \\[[`\"']?(\\w+)");

    /** Copies the map, in its order. */
    CommandTool {
        demanded = Collections.unmodifiableMap(new LinkedHashMap<>(demanded));
    }

    /** Returns the tool that a request offers. */
    static Optional<CommandTool> of(Request request) {
        return request.tools().stream()
                .filter(tool -> NAMED.matcher(tool.name()).matches() && takes(tool, COMMAND))
                .findFirst()
                .map(CommandTool::of)
                .or(() -> listed(request.prompt().text()));
    }

    private static boolean takes(ToolSpecification tool, String parameter) {
        return tool.parameters() == null || tool.parameters().properties().containsKey(parameter);
    }

    private static CommandTool of(ToolSpecification tool) {
        Map<String, String> demanded = new LinkedHashMap<>();
        JsonObjectSchema schema = tool.parameters();
        if (schema != null && schema.required() != null) {
            for (String name : schema.required()) {
                if (schema.properties().get(name) instanceof JsonEnumSchema values) {
                    demanded.put(name, values.enumValues().get(0));
                }
            }
        }
        return new CommandTool(tool.name(), /* function= */ true, takes(tool, TIMEOUT), demanded);
    }

    private static Optional<CommandTool> listed(String text) {
        Matcher listed = LISTED.matcher(text);
        if (!listed.find()) {
            return Optional.empty();
        }
        Matcher next = NEXT.matcher(text);
        int end = next.find(listed.end()) ? next.start() : text.length();
        String told = text.substring(listed.end(), end);
        MatchResult[] parameters = PARAMETER.matcher(told).results().toArray(MatchResult[]::new);
        boolean timed = parameters.length == 0;
        Map<String, String> demanded = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            int until = i + 1 < parameters.length ? parameters[i + 1].start() : told.length();
            Matcher allowed = ALLOWED.matcher(told).region(parameters[i].end(), until);
            timed |= parameters[i].group(1).equals(TIMEOUT);
            if (parameters[i].group(2).equals("required") && allowed.find()) {
                demanded.put(parameters[i].group(1), allowed.group(1));
            }
        }
        return Optional.of(new CommandTool(listed.group(1), /* function= */ false, timed, demanded));
    }
}

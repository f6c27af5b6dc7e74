package dev.trimtab.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.trimtab.runtime.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The identity of a request: SHA-256 over a canonical JSON of its messages, tools and parameters.
 *
 * <p>Keys are sorted and tool call ids, which a server draws at random, are replaced by their order of appearance, so that the
 * same conversation always has the same fingerprint. It is stable across machines and Java versions.
 */
public final class RequestFingerprint {
    private RequestFingerprint() {}

    /** Returns 64 lower case hexadecimal digits. */
    public static String of(ChatRequest request) {
        return of(ChatJson.write(request));
    }

    /** Returns the fingerprint of a request that {@link ChatJson} wrote. */
    public static String of(ObjectNode request) {
        JsonNode json = sorted(request);
        Map<String, String> ids = new HashMap<>();
        for (JsonNode message : json.path("messages")) {
            for (JsonNode call : message.path("tool_calls")) {
                renumber((ObjectNode) call, ids);
            }
            if ("tool".equals(message.path("role").asText())) {
                renumber((ObjectNode) message, ids);
            }
        }
        return Sha256.of(json.toString());
    }

    private static void renumber(ObjectNode holder, Map<String, String> ids) {
        if (holder.has("id")) {
            String id = holder.get("id").asText();
            ids.putIfAbsent(id, "call-" + ids.size());
            holder.put("id", ids.get(id));
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            ObjectNode result = ChatJson.MAPPER.createObjectNode();
            fields.forEach(result::set);
            return result;
        }
        if (node.isArray()) {
            ArrayNode result = ChatJson.MAPPER.createArrayNode();
            node.forEach(element -> result.add(sorted(element)));
            return result;
        }
        return node;
    }
}

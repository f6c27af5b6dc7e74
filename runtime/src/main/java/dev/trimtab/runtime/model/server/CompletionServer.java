package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.trimtab.runtime.loopback.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Serves a chat model by OpenAI's chat completions at {@code /v1}, on loopback only; it asks for no key. */
public final class CompletionServer implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int LARGEST_BODY = 64 << 20;
    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final String MODELS = "/v1/models";

    private final LoopbackServer server;
    private final ServedModel served;
    private final Completer completer;
    private final long started;
    private final Consumer<Usage> log;

    /**
     * What a request took.
     *
     * @param promptTokens tokens of its prompt
     * @param completionTokens tokens of all its replies
     * @param choices how many replies it asked for
     * @param calledFunction whether a reply called a function
     */
    public record Usage(int promptTokens, int completionTokens, int choices, boolean calledFunction) {}

    private CompletionServer(LoopbackServer server, ServedModel served, InstantSource clock, Consumer<Usage> log) {
        this.server = server;
        this.served = served;
        this.completer = new Completer(served, clock);
        this.started = clock.instant().getEpochSecond();
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param port where it listens; 0 for any free one
     * @param clock dates replies
     * @param log hears of each request that was answered, one at a time
     * @throws dev.trimtab.runtime.UserError if the port is taken
     * @throws dev.trimtab.runtime.InfrastructureError if no server can be opened at all
     */
    public static CompletionServer start(ServedModel served, int port, InstantSource clock, Consumer<Usage> log) {
        LoopbackServer http = LoopbackServer.open(port, THREADS);
        CompletionServer server = new CompletionServer(http, served, clock, log);
        http.serve(server::handle);
        return server;
    }

    /** Returns the address that clients are given. */
    public String url() {
        return "http://" + server.host() + "/v1";
    }

    /** Stops at once; requests that are being answered are cut off. */
    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (RefusalException e) {
            send(exchange, e.status(), e.json());
        } catch (RuntimeException e) {
            send(exchange, 500, new RefusalException(500, "the model failed: " + e, null, null).json());
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, RefusalException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(COMPLETIONS)) {
            require(exchange, "POST");
            complete(exchange, CompletionRequest.read(body(exchange)));
        } else if (path.equals(MODELS)) {
            require(exchange, "GET");
            ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
            list.putArray("data").add(card());
            send(exchange, 200, list);
        } else if (path.equals(MODELS + "/" + served.name())) {
            require(exchange, "GET");
            send(exchange, 200, card());
        } else if (path.startsWith(MODELS + "/")) {
            String asked = path.substring(MODELS.length() + 1);
            throw new RefusalException(
                    404,
                    "there is no model '" + asked + "' here, only '" + served.name() + "'",
                    "model",
                    "model_not_found");
        } else {
            throw new RefusalException(404, "there is nothing at " + path + "; try " + COMPLETIONS, null, null);
        }
    }

    private static void require(HttpExchange exchange, String method) throws RefusalException {
        if (!exchange.getRequestMethod().equals(method)) {
            throw new RefusalException(405, "only " + method + " is answered here", null, null);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException, RefusalException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new RefusalException(413, "the body is longer than " + LARGEST_BODY + " bytes", null, null);
        }
        return body;
    }

    private void complete(HttpExchange exchange, CompletionRequest asked) throws IOException, RefusalException {
        Completion completion = completer.complete(asked);
        boolean called =
                completion.choices().stream().anyMatch(choice -> !choice.calls().isEmpty());
        synchronized (log) {
            log.accept(new Usage(
                    completion.promptTokens(),
                    completion.completionTokens(),
                    completion.choices().size(),
                    called));
        }
        if (!asked.stream()) {
            send(exchange, 200, completion.json());
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (ObjectNode chunk : completion.chunks(asked.usageInStream())) {
            event(out, chunk.toString());
        }
        event(out, "[DONE]");
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private ObjectNode card() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", served.name())
                .put("object", "model")
                .put("created", started)
                .put("owned_by", "trimtab");
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}

package dev.trimtab.benchmark.environment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.loopback.LoopbackServer;
import dev.trimtab.runtime.loopback.UploadedFile;
import dev.trimtab.runtime.tool.SubmissionCheck;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checks submissions for other harnesses by the protocol of MLE-bench's grading server, on loopback only: {@code GET /health} says that it runs,
 * {@code POST /validate} with a multipart field {@code file} answers 200 for valid and invalid submissions alike. It never tells a score.
 */
public final class ValidationServer implements AutoCloseable {
    private static final long LARGEST_UPLOAD = 4L << 30;

    private static final int THREADS = 2;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int FAILED = 500;
    private static final String FIELD = "file";

    private final LoopbackServer server;
    private final SubmissionCheck check;

    /** What is answered: one or two texts by name. */
    private record Answer(
            int status, String key, String text, @Nullable String details) {
        static Answer error(int status, String text) {
            return new Answer(status, "error", text, null);
        }

        private byte[] json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put(key, text);
            if (details != null) {
                json.put("details", details);
            }
            return json.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private ValidationServer(LoopbackServer server, SubmissionCheck check) {
        this.server = server;
        this.check = check;
    }

    /**
     * Starts serving.
     *
     * @param port where it listens; 0 for any free one
     * @throws UserError if there is no such port, or it is taken
     */
    public static ValidationServer start(SubmissionCheck check, int port) {
        LoopbackServer http = LoopbackServer.open(port, THREADS);
        ValidationServer server = new ValidationServer(http, check);
        http.serve(server::handle);
        return server;
    }

    /** Returns the address that clients are given. */
    public URI address() {
        return URI.create("http://" + server.host());
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.json();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (!server.isOwn(exchange)) {
            return Answer.error(FORBIDDEN, "this server answers programs of this machine only, under " + server.host());
        }
        return switch (path) {
            case "/health" ->
                method.equals("GET")
                        ? new Answer(OK, "status", "running", null)
                        : Answer.error(NOT_ALLOWED, "only GET is answered here");
            case "/validate" ->
                method.equals("POST") ? validated(exchange) : Answer.error(NOT_ALLOWED, "only POST is answered here");
            default -> Answer.error(NOT_FOUND, "there is nothing at " + path + "; there are /health and /validate");
        };
    }

    private Answer validated(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        try {
            Path upload = Files.createTempFile("submission-", ".csv");
            try {
                return UploadedFile.save(exchange.getRequestBody(), type, FIELD, LARGEST_UPLOAD, upload)
                        ? new Answer(OK, "result", check.check(upload).text(), null)
                        : Answer.error(
                                BAD_REQUEST, "the body must be multipart/form-data with a field `" + FIELD + "`");
            } finally {
                Files.delete(upload);
            }
        } catch (ProtocolException | EOFException e) {
            return Answer.error(BAD_REQUEST, "the body cannot be read: " + IoReason.of(e));
        } catch (IOException | RuntimeException e) {
            String reason = e instanceof IOException io ? IoReason.of(io) : String.valueOf(e.getMessage());
            return new Answer(FAILED, "error", "the submission could not be checked", reason);
        }
    }
}

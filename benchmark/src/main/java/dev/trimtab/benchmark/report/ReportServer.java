package dev.trimtab.benchmark.report;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.loopback.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves a report on the loopback interface and makes it anew whenever its files have changed.
 *
 * <p>It answers {@code GET} of the site's pages and of their data only; a request under another host's name, as a page elsewhere could have a browser
 * send it, is refused.
 */
public final class ReportServer implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int FAILED = 500;
    private static final String DATA = "data";
    private static final String HTML = "text/html; charset=utf-8";

    private final ReportSite site;
    private final LoopbackServer server;

    /** What is sent back. */
    private record Answer(
            int status, String type, String body, @Nullable String stamp) {
        static Answer plain(int status, String text) {
            return new Answer(status, "text/plain; charset=utf-8", text, null);
        }
    }

    private ReportServer(ReportSite site, LoopbackServer server) {
        this.site = site;
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port the port, or 0 for a free one
     * @throws UserError if there is no such port, or it is taken
     */
    public static ReportServer start(ReportSite site, int port) {
        LoopbackServer http = LoopbackServer.open(port, THREADS);
        ReportServer server = new ReportServer(site, http);
        http.serve(server::handle);
        return server;
    }

    /** Returns the address of the first page. */
    public URI address() {
        return URI.create("http://" + server.host() + "/");
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-cache");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Content-Type", answer.type());
            if (answer.stamp() != null) {
                headers.set("ETag", answer.stamp());
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!server.isOwn(exchange)) {
            return Answer.plain(FORBIDDEN, "this server answers only under " + server.host());
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.plain(NOT_ALLOWED, "only GET is answered");
        }
        try {
            String asked = exchange.getRequestURI().getPath();
            String path = asked.equals("/") ? ReportSite.PAGE : asked.substring(1);
            String stamp = stamp(path);
            if (stamp.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                return new Answer(NOT_MODIFIED, HTML, "", stamp);
            }
            Optional<ReportData> data = site.page(path);
            if (data.isEmpty()) {
                return Answer.plain(NOT_FOUND, "there is no such page");
            }
            return DATA.equals(exchange.getRequestURI().getQuery())
                    ? new Answer(OK, "application/json", ReportPage.json(data.get()), stamp)
                    : new Answer(OK, HTML, ReportPage.live(data.get()), stamp);
        } catch (UserError | InfrastructureError e) {
            return Answer.plain(FAILED, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) { // a run at work may have left anything half written
            return Answer.plain(FAILED, "this page cannot be made: " + e);
        }
    }

    /** Changes whenever a file of the page does, and with every server. */
    private String stamp(String path) throws IOException {
        StringBuilder text = new StringBuilder(server.host()).append(System.identityHashCode(this));
        for (Path file : site.sources(path)) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                text.append('\n').append(attributes.size()).append(' ').append(attributes.lastModifiedTime());
            } catch (NoSuchFileException absent) {
                text.append("\nabsent");
            }
        }
        return '"' + Sha256.of(text.toString()) + '"';
    }
}

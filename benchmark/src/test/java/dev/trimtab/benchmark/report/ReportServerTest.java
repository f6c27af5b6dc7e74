package dev.trimtab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.runtime.journal.Event;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that is served: only on loopback, only its own pages, always as the files stand. */
final class ReportServerTest {
    @TempDir
    private Path directory;

    private RunSite site;
    private ReportServer server;

    @BeforeEach
    void start() throws IOException {
        site = new RunSite(
                RunOnDisk.describe(directory, "aide", "ledger", /* over= */ false),
                id -> Optional.of(false),
                run -> Hindsight.tooEarly());
        RunOnDisk.log(site.run(), List.of(new Event.RunStarted(-1, "hash")));
        server = ReportServer.start(site, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void page_isServedOnLoopback_andMayAskForItsOwnDataOnly() throws Exception {
        HttpResponse<String> page = get("");

        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("connect-src 'self'", "default-src 'none'");
        assertThat(get("report.html?data").body()).startsWith("{").contains("\"kind\":\"run\"");
    }

    @Test
    void page_thatHasNotChanged_isNotSentAgain_untilItsLogGrows() throws Exception {
        String tag = get("?data").headers().firstValue("ETag").orElseThrow();
        int before = get("?data", "If-None-Match", tag).statusCode();
        Files.writeString(
                site.run().events(),
                "{\"n\":1,\"at\":\"1970-01-01T00:00:00Z\",\"type\":\"noticed\",\"step\":0,\"text\":\"fresh\"}\n",
                StandardOpenOption.APPEND);
        HttpResponse<String> after = get("?data", "If-None-Match", tag);

        assertThat(before).isEqualTo(304);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("fresh");
    }

    @Test
    void whatIsNoPage_isNotServed() throws Exception {
        assertThat(get("run.json").statusCode()).isEqualTo(404);
        assertThat(get("%2e%2e/%2e%2e/etc/passwd").statusCode()).isEqualTo(404);
        assertThat(raw("GET /../run.json HTTP/1.1\r\nHost: " + authority())).contains(" 404 ");
    }

    @Test
    void requestUnderAnotherName_orThatIsNoGet_isRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example")).contains(" 403 ");
        assertThat(raw("POST / HTTP/1.1\r\nContent-Length: 0\r\nHost: " + authority()))
                .contains(" 405 ");
    }

    @Test
    void damagedLog_isToldInOneLine_andTheServerGoesOn() throws Exception {
        String log = Files.readString(site.run().events());
        Files.writeString(site.run().events(), "no JSON\n");
        HttpResponse<String> damaged = get("?data");
        Files.writeString(site.run().events(), log);

        assertThat(damaged.statusCode()).isEqualTo(500);
        assertThat(damaged.body()).contains("is damaged").doesNotContain("\n");
        assertThat(get("?data").statusCode()).isEqualTo(200);
    }

    @Test
    void damagedExperiment_isToldInOneLine() throws Exception {
        Path root = Files.createDirectories(directory.resolve("experiment"));
        Files.writeString(root.resolve("experiment.json"), """
                {"trimtab": "0", "name": "x", "grid": {}, "frozen": {}, "cells": []}
                """);
        Files.writeString(root.resolve("cells.jsonl"), "no JSON\n");
        server.close();
        server = ReportServer.start(new ExperimentSite(ExperimentDirectory.open(root), id -> Optional.of(false)), 0);

        assertThat(get("").statusCode()).isEqualTo(500);
        assertThat(get("").body()).contains("line 1 of ", "cells.jsonl").doesNotContain("\n");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String authority() {
        return server.address().getAuthority();
    }

    private String raw(String head) throws IOException {
        try (Socket socket =
                new Socket(server.address().getHost(), server.address().getPort())) {
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

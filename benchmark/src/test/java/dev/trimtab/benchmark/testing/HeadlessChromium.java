package dev.trimtab.benchmark.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A headless Chromium with one page, driven over the DevTools protocol.
 *
 * <p>It is the program that {@code TRIMTAB_CHROMIUM} names, which must then start, else {@code chromium} if there is one; elsewhere the test that
 * asks ends as aborted and says so.
 */
public final class HeadlessChromium implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ";
    private static final long SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final String session;
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    private HeadlessChromium(Process process, String address) {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Frames())
                .join();
        String target = call(null, "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        session = call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            command(domain + ".enable", Map.of());
        }
    }

    /**
     * Starts the browser.
     *
     * @param profile a directory for what it writes
     */
    public static HeadlessChromium start(Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--window-size=1200,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + Files.createDirectories(profile),
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(LISTENING)) {
                drain(errors);
                return new HeadlessChromium(process, line.substring(LISTENING.length()));
            }
        }
        throw new AssertionError("Chromium did not start:\n" + said);
    }

    /** A browser whose errors nobody reads stops once the pipe is full. */
    private static void drain(Reader errors) {
        Thread drain = new Thread(() -> {
            try {
                errors.transferTo(Writer.nullWriter());
            } catch (IOException closed) {
                // The browser has ended.
            }
        });
        drain.setDaemon(true);
        drain.start();
    }

    private static String program() {
        String named = System.getenv("TRIMTAB_CHROMIUM");
        if (named != null) {
            return named;
        }
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> abort("pages are NOT tested: there is no chromium"));
    }

    /** Opens a page and waits until it is loaded; what was logged and asked for before is forgotten. */
    public void open(URI page) {
        events.clear();
        loaded = new CompletableFuture<>();
        command("Page.navigate", Map.of("url", page.toString()));
        await(loaded);
    }

    /** Returns what an expression comes to on the page, promises waited for, as JSON. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = command(
                "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** Presses and releases a key such as {@code Tab} or {@code Enter}. */
    public void press(String key, int code, String text) {
        for (String type : List.of("keyDown", "keyUp")) {
            command(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            type.equals("keyDown") ? text : ""));
        }
    }

    /** Lets the system prefer dark or light colours. */
    public void preferColours(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Returns the errors and warnings that the page caused: exceptions, console, blocked by its security policy. */
    public List<String> complaints() {
        evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
        return events.stream()
                .filter(event -> switch (event.path("method").asText()) {
                    case "Runtime.exceptionThrown" -> true;
                    case "Runtime.consoleAPICalled" ->
                        List.of("error", "warning", "assert")
                                .contains(event.at("/params/type").asText());
                    case "Log.entryAdded" ->
                        List.of("error", "warning")
                                .contains(event.at("/params/entry/level").asText());
                    default -> false;
                })
                .map(event -> event.get("params").toString())
                .toList();
    }

    /** Returns the addresses that the page asked for, itself first. */
    public List<String> requests() {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asText())
                .toList();
    }

    /** Asks the browser to end, which clears up after itself then; ends it otherwise. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        call(null, "Browser.close", Map.of());
        socket.abort();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private JsonNode command(String method, Map<String, Object> parameters) {
        return call(session, method, parameters);
    }

    private JsonNode call(String inSession, String method, Map<String, Object> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        if (inSession != null) {
            message.put("sessionId", inSession);
        }
        socket.sendText(message.toString(), true).join();
        JsonNode result = await(answer);
        if (result.has("error")) {
            throw new AssertionError(method + ": " + result.get("error"));
        }
        return result.path("result");
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("Chromium did not answer", e);
        }
    }

    /** Puts frames together and hands answers and events on. */
    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                take(whole);
            }
            from.request(1);
            return null;
        }

        private void take(String whole) {
            JsonNode message;
            try {
                message = MAPPER.readTree(whole);
            } catch (IOException e) {
                throw new AssertionError(whole, e);
            }
            if (message.has("id")) {
                answers.remove(message.get("id").asInt()).complete(message);
            } else {
                events.add(message);
                if (message.path("method").asText().equals("Page.loadEventFired")) {
                    loaded.complete(null);
                }
            }
        }
    }
}

package dev.trimtab.runtime.model.http;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's HTTP client over OkHttp. It makes exactly one attempt, follows no redirect (a key must not travel to another
 * host), logs nothing, and ends each call at the read timeout or when the run's time is over, whichever is first.
 */
public final class OkHttpTransport implements HttpClient {
    private final OkHttpClient client;
    private final InstantSource clock;
    private final Supplier<@Nullable Duration> remaining;

    private OkHttpTransport(OkHttpClient client, InstantSource clock, Supplier<@Nullable Duration> remaining) {
        this.client = client;
        this.clock = clock;
        this.remaining = remaining;
    }

    /**
     * Returns a builder to pass to a model's own builder.
     *
     * @param clock against which dates in {@code Retry-After} are read
     * @param remaining the wall time left to the run at the moment of a call; it gives null for no limit
     */
    public static HttpClientBuilder builder(InstantSource clock, Supplier<@Nullable Duration> remaining) {
        return new Builder(clock, remaining);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Call call = client.newCall(translate(request));
        Duration left = remaining.get();
        if (left != null && left.compareTo(Duration.ofMillis(client.callTimeoutMillis())) < 0) {
            call.timeout().timeout(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        }
        try (Response response = call.execute()) {
            byte[] body = response.body().bytes();
            OptionalInt disguised = response.isSuccessful() ? DisguisedError.status(body) : OptionalInt.empty();
            if (!response.isSuccessful() || disguised.isPresent()) {
                throw new RetryAfterException(
                        disguised.orElse(response.code()),
                        new String(body, StandardCharsets.UTF_8),
                        RetryAfter.read(response.headers(), clock.instant()));
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.code())
                    .headers(response.headers().toMultimap())
                    .body(body)
                    .build();
        } catch (InterruptedIOException e) {
            throw new TimeoutException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refused: models are asked for whole replies only. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("streaming is off: ask for the whole reply");
    }

    private static Request translate(HttpRequest request) {
        if (!request.formDataFields().isEmpty() || !request.formDataFiles().isEmpty()) {
            throw new UnsupportedOperationException("form data is not sent to models");
        }
        RequestBody body = request.body() == null
                ? null
                : RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8), null);
        Request.Builder translated =
                new Request.Builder().url(request.url()).method(request.method().name(), body);
        request.headers().forEach((name, values) -> values.forEach(value -> translated.addHeader(name, value)));
        return translated.build();
    }

    private static final class Builder implements HttpClientBuilder {
        private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

        private final InstantSource clock;
        private final Supplier<@Nullable Duration> remaining;
        private Duration connect = Duration.ofSeconds(15);
        private Duration read = Duration.ofMinutes(10);

        Builder(InstantSource clock, Supplier<@Nullable Duration> remaining) {
            this.clock = clock;
            this.remaining = remaining;
        }

        @Override
        public Duration connectTimeout() {
            return connect;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return read;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            read = timeout;
            return this;
        }

        @Override
        public HttpClient build() {
            OkHttpClient client = new OkHttpClient.Builder()
                    .connectTimeout(connect)
                    .readTimeout(read)
                    .writeTimeout(read)
                    .callTimeout(read)
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .build();
            return new OkHttpTransport(client, clock, remaining);
        }
    }
}

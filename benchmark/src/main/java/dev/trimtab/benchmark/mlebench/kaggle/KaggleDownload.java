package dev.trimtab.benchmark.mlebench.kaggle;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Fetches the archive of a competition's raw files from Kaggle; an interrupted download goes on where it stopped. */
public final class KaggleDownload {
    /** Kaggle's address. */
    public static final URI KAGGLE = URI.create("https://www.kaggle.com/");

    private static final int ATTEMPTS = 3;
    private static final int REDIRECTS = 5;
    private static final int BUFFER = 1 << 16;
    private static final long MEGABYTE = 1_000_000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final URI host;
    private final KaggleKey key;
    private final Duration pause;
    private final Consumer<String> progress;

    /**
     * @param host Kaggle's address
     * @param key a user's key
     * @param pause between attempts
     * @param progress takes a line now and then
     */
    public KaggleDownload(URI host, KaggleKey key, Duration pause, Consumer<String> progress) {
        this.host = host;
        this.key = key;
        this.pause = pause;
        this.progress = progress;
    }

    /**
     * Returns the archive, fetched now if it is not there.
     *
     * @param id the competition's id
     * @param folder where {@code <id>.zip} is kept
     * @throws UserError if Kaggle refuses: the key, or because the user has not accepted the competition's rules
     * @throws InfrastructureError if Kaggle cannot be reached or the file not be written
     */
    public Path fetch(String id, Path folder) {
        Path archive = folder.resolve(id + ".zip");
        if (Files.isRegularFile(archive)) {
            return archive;
        }
        Path part = folder.resolve(id + ".zip.part");
        IOException last = new IOException("no attempt was made");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Files.createDirectories(folder);
                transfer(id, part);
                Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
                return archive;
            } catch (IOException e) {
                last = e;
                progress.accept(id + ": attempt " + attempt + " of " + ATTEMPTS + " failed: " + IoReason.of(e));
                rest();
            }
        }
        throw new InfrastructureError(
                "cannot download " + id + " from Kaggle (" + IoReason.of(last)
                        + "); run the same command again, it goes on where it stopped",
                last);
    }

    private void transfer(String id, Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpResponse<InputStream> response = answer(id, have);
        try (InputStream body = response.body()) {
            if (response.statusCode() == 416) {
                Files.delete(part);
                throw new IOException("what was there is longer than the file; starting anew");
            }
            require(id, response.statusCode());
            boolean goesOn = response.statusCode() == 206;
            long start = goesOn ? have : 0;
            long size = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            try (OutputStream out = Files.newOutputStream(
                    part,
                    StandardOpenOption.CREATE,
                    goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                copy(id, body, out, start, size < 0 ? -1 : start + size);
            }
        }
    }

    /** Asks Kaggle, and where it sends us without showing the key there. */
    private HttpResponse<InputStream> answer(String id, long have) throws IOException {
        URI address = host.resolve("api/v1/competitions/data/download-all/" + id);
        for (int i = 0; i < REDIRECTS; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            if (isKaggle(address)) {
                request.header("Authorization", key.authorization());
            }
            if (have > 0) {
                request.header("Range", "bytes=" + have + "-");
            }
            HttpResponse<InputStream> response = sent(request.build());
            if (response.statusCode() / 100 != 3) {
                return response;
            }
            response.body().close();
            String target = response.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IOException("Kaggle sends us on without saying where"));
            address = address.resolve(target);
        }
        throw new IOException("Kaggle sends us on more than " + REDIRECTS + " times");
    }

    /** Returns whether an address is Kaggle's, by scheme too, so that a key for TLS is never sent in the clear. */
    boolean isKaggle(URI address) {
        return Objects.equals(address.getScheme(), host.getScheme())
                && Objects.equals(address.getHost(), host.getHost())
                && address.getPort() == host.getPort();
    }

    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("the download was interrupted", e);
        }
    }

    private static void require(String id, int status) throws IOException {
        switch (status) {
            case 200, 206 -> {}
            case 401 ->
                throw new UserError("Kaggle refuses the key (401); make a new one at https://www.kaggle.com/settings");
            case 403 ->
                throw new UserError("Kaggle refuses " + id + " (403): its rules must be accepted first, at"
                        + " https://www.kaggle.com/competitions/" + id + "/rules; then run this again");
            case 404 -> throw new UserError("Kaggle has no files of " + id + " to download (404)");
            default -> throw new IOException("Kaggle answers " + status);
        }
    }

    private void copy(String id, InputStream from, OutputStream to, long start, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long done = start;
        long told = 0;
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            done += count;
            long percent = size > 0 ? done * 100 / size : 0;
            if (percent / 5 > told) {
                told = percent / 5;
                progress.accept(id + ": " + done / MEGABYTE + " of " + size / MEGABYTE + " MB");
            }
        }
        if (size >= 0 && done < size) {
            throw new IOException("the connection ended after " + done + " of " + size + " bytes");
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("the download was interrupted", e);
        }
    }
}

package dev.trimtab.benchmark.mlebench.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download from Kaggle: whole, resumed, and refused for reasons that a user can mend. */
final class KaggleDownloadTest {
    private static final String ID = "leaf-classification";

    @TempDir
    private Path dir;

    private final MockWebServer kaggle = new MockWebServer();
    private final MockWebServer storage = new MockWebServer();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        kaggle.start();
        storage.start();
    }

    @AfterEach
    void stop() {
        kaggle.close();
        storage.close();
    }

    @Test
    void fetch_redirectToStorage_savesTheFileAndShowsTheKeyToKaggleAlone() throws Exception {
        sendOn();
        storage.enqueue(new MockResponse.Builder().body("archive").build());

        Path archive = download().fetch(ID, dir);

        assertThat(archive).isEqualTo(dir.resolve(ID + ".zip")).hasContent("archive");
        assertThat(dir.resolve(ID + ".zip.part")).doesNotExist();
        RecordedRequest asked = kaggle.takeRequest();
        assertThat(asked.getUrl().encodedPath()).isEqualTo("/api/v1/competitions/data/download-all/" + ID);
        assertThat(asked.getHeaders().get("Authorization"))
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("ada:s3cret".getBytes(StandardCharsets.UTF_8)));
        assertThat(storage.takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(told).containsExactly(ID + ": 0 of 0 MB");
    }

    @Test
    void isKaggle_sameHostInTheClearOrElsewhere_isNot() {
        KaggleDownload download =
                new KaggleDownload(KaggleDownload.KAGGLE, new KaggleKey("ada", "s3cret"), Duration.ZERO, told::add);

        assertThat(List.of(
                        "https://www.kaggle.com/files",
                        "http://www.kaggle.com/files",
                        "https://www.kaggle.com:8443/files",
                        "https://storage.example/files"))
                .map(address -> download.isKaggle(URI.create(address)))
                .containsExactly(true, false, false, false);
    }

    @Test
    void fetch_again_asksNobody() throws IOException {
        Files.writeString(dir.resolve(ID + ".zip"), "here");

        assertThat(download().fetch(ID, dir)).hasContent("here");
        assertThat(kaggle.getRequestCount()).isZero();
    }

    @Test
    void fetch_brokenConnection_goesOnWhereItStopped() throws Exception {
        sendOn();
        storage.enqueue(new MockResponse.Builder()
                .body("x".repeat(200_000))
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        sendOn();
        storage.enqueue(
                new MockResponse.Builder().code(206).body(" and the rest").build());

        Path archive = download().fetch(ID, dir);

        storage.takeRequest();
        long had =
                Long.parseLong(storage.takeRequest().getHeaders().get("Range").replaceAll("\\D", ""));
        assertThat(had).isBetween(1L, 199_999L);
        assertThat(archive).hasContent("x".repeat((int) had) + " and the rest");
        assertThat(told).anyMatch(line -> line.contains("attempt 1 of 3 failed"));
    }

    @Test
    void fetch_storageWithoutRanges_startsAnew() throws IOException {
        Files.writeString(dir.resolve(ID + ".zip.part"), "old start");
        sendOn();
        storage.enqueue(new MockResponse.Builder().body("whole").build());

        assertThat(download().fetch(ID, dir)).hasContent("whole");
    }

    @Test
    void fetch_rulesNotAccepted_namesThePage() {
        kaggle.enqueue(new MockResponse.Builder()
                .code(403)
                .body("{\"message\": \"rules\"}")
                .build());

        assertThatThrownBy(() -> download().fetch(ID, dir))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("https://www.kaggle.com/competitions/" + ID + "/rules")
                .hasMessageNotContaining("s3cret");
        assertThat(kaggle.getRequestCount()).isEqualTo(1);
    }

    @Test
    void fetch_wrongKey_saysSoOnce() {
        kaggle.enqueue(new MockResponse.Builder().code(401).build());

        assertThatThrownBy(() -> download().fetch(ID, dir))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("refuses the key");
    }

    @Test
    void fetch_kaggleDown_triesThreeTimesAndSaysHowToGoOn() {
        for (int i = 0; i < 3; i++) {
            kaggle.enqueue(new MockResponse.Builder().code(503).build());
        }

        assertThatThrownBy(() -> download().fetch(ID, dir))
                .isInstanceOf(InfrastructureError.class)
                .hasMessageContaining("Kaggle answers 503")
                .hasMessageContaining("goes on where it stopped");
        assertThat(kaggle.getRequestCount()).isEqualTo(3);
    }

    @Test
    void find_environmentThenFile_givesTheKeyAndHidesIt() throws IOException {
        assertThat(KaggleKey.find(Map.of("KAGGLE_USERNAME", "ada", "KAGGLE_KEY", "k"), dir))
                .isEqualTo(new KaggleKey("ada", "k"))
                .hasToString("KaggleKey[ada]");
        assertThatThrownBy(() -> KaggleKey.find(Map.of(), dir))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("kaggle.json");

        Path file = Files.createDirectories(dir.resolve(".kaggle")).resolve("kaggle.json");
        Files.writeString(file, "{\"username\": \"bob\", \"key\": \"b\"}");
        assertThat(KaggleKey.find(Map.of(), dir)).isEqualTo(new KaggleKey("bob", "b"));

        Files.writeString(file, "{\"username\": \"bob\"}");
        assertThatThrownBy(() -> KaggleKey.find(Map.of(), dir)).hasMessageContaining("has no username and key");
        Files.writeString(file, "no json");
        assertThatThrownBy(() -> KaggleKey.find(Map.of(), dir)).hasMessageContaining("cannot be read as JSON");
    }

    private void sendOn() {
        kaggle.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", storage.url("/bucket/file.zip").toString())
                .build());
    }

    private KaggleDownload download() {
        return new KaggleDownload(kaggle.url("/").uri(), new KaggleKey("ada", "s3cret"), Duration.ZERO, told::add);
    }
}

package dev.trimtab.benchmark.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.mlebench.MleBenchSet;
import dev.trimtab.benchmark.testing.SpaceshipTitanicRaw;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.SubmissionCheckKind;
import dev.trimtab.runtime.tool.SubmissionCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MLE-bench's protocol of validation, asked by a client of HTTP. */
final class ValidationServerTest {
    private final OkHttpClient client = new OkHttpClient();

    @TempDir
    private Path dir;

    private PreparedData data;

    @BeforeEach
    void prepare() {
        SpaceshipTitanicRaw.write(dir.resolve("raw"), 60, 3);
        MleBenchSet set = new MleBenchSet(
                Path.of(System.getProperty("trimtab.home"), "benchmark", "competitions", "mle-bench"),
                dir.resolve("cache"));
        data = set.prepare(
                set.find("spaceship-titanic").orElseThrow(),
                dir.resolve("data"),
                new RawSource(dir.resolve("raw"), /* description= */ null));
    }

    @Test
    void health_saysThatItRuns() throws IOException {
        try (ValidationServer server = serve(SubmissionCheckKind.PUBLIC)) {
            assertThat(get(server, "/health").json()).hasToString("{\"status\":\"running\"}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void validate_aGoodSubmission_isValidAndTellsNoScore(SubmissionCheckKind kind) throws IOException {
        try (ValidationServer server = serve(kind)) {
            Reply reply = post(server, upload("file", Files.readString(data.sampleSubmission())));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("result").asText())
                    .startsWith("The submission is valid")
                    .doesNotContainPattern("\\d");
            assertThat(reply.json()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void validate_rowsMissing_saysWhyAsAnAnswerAndNotAsAnError(SubmissionCheckKind kind) throws IOException {
        List<String> lines = Files.readAllLines(data.sampleSubmission());
        try (ValidationServer server = serve(kind)) {
            Reply reply = post(server, upload("file", String.join("\n", lines.subList(0, 4))));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("result").asText())
                    .isEqualTo("The submission is invalid: the submission has 3 rows but the test set has 6.");
        }
    }

    @Test
    void validate_noCsv_doesNotNameAPlaceOfThisMachine() throws IOException {
        try (ValidationServer server = serve(SubmissionCheckKind.PUBLIC)) {
            Reply reply = post(server, upload("file", "\"never closed\n"));

            assertThat(reply.json().path("result").asText())
                    .startsWith("The submission is invalid: ")
                    .doesNotContain("/");
        }
    }

    @Test
    void validate_publicCheck_needsNoPrivateAnswers() throws IOException {
        Files.delete(data.answers());
        try (ValidationServer server = serve(SubmissionCheckKind.PUBLIC)) {
            assertThat(post(server, upload("file", Files.readString(data.sampleSubmission())))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void validate_graderThatCannotReadTheAnswers_isAnError() throws IOException {
        Files.delete(data.answers());
        try (ValidationServer server = serve(SubmissionCheckKind.GRADER)) {
            Reply reply = post(server, upload("file", "PassengerId,Transported\n"));

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.json().path("error").asText()).isNotBlank();
            assertThat(reply.json().path("details").asText()).contains("answers");
        }
    }

    @Test
    void validate_withoutTheFileField_isABadRequest() throws IOException {
        try (ValidationServer server = serve(SubmissionCheckKind.PUBLIC)) {
            assertThat(post(server, upload("other", "x")).status()).isEqualTo(400);
            assertThat(post(server, RequestBody.create("PassengerId", MediaType.get("text/csv")))
                            .status())
                    .isEqualTo(400);
            assertThat(post(
                                    server,
                                    RequestBody.create(
                                            "--b\r\nbroken", MediaType.get("multipart/form-data; boundary=b")))
                            .status())
                    .isEqualTo(400);
            assertThat(get(server, "/validate").status()).isEqualTo(405);
            assertThat(get(server, "/score").status()).isEqualTo(404);
        }
    }

    @Test
    void requests_underAnotherHostsName_areRefused() throws IOException {
        try (ValidationServer server = serve(SubmissionCheckKind.PUBLIC)) {
            Request request = new Request.Builder()
                    .url(server.address() + "/health")
                    .header("Host", "elsewhere.example")
                    .build();
            assertThat(call(request).status()).isEqualTo(403);
        }
    }

    @Test
    void requests_ofAPageFromElsewhere_areRefused() throws IOException {
        try (ValidationServer server = serve(SubmissionCheckKind.PUBLIC)) {
            Request.Builder request = new Request.Builder().url(server.address() + "/health");
            assertThat(call(request.header("Origin", "http://elsewhere.example").build())
                            .status())
                    .isEqualTo(403);
            assertThat(call(request.header("Origin", server.address().toString())
                                    .build())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void uploads_areGoneAfterTheirCheck() throws IOException {
        List<Path> seen = new ArrayList<>();
        SubmissionCheck noting = submission -> {
            seen.add(submission);
            if (seen.size() > 1) {
                throw new InfrastructureError("the disk is full");
            }
            return new SubmissionCheck.Verdict(true, "fine");
        };
        try (ValidationServer server = ValidationServer.start(noting, 0)) {
            assertThat(post(server, upload("file", "a")).status()).isEqualTo(200);
            assertThat(post(server, upload("file", "b")).status()).isEqualTo(500);
        }
        assertThat(seen).hasSize(2).allSatisfy(file -> assertThat(file).doesNotExist());
    }

    @Test
    void start_onATakenPort_saysSo() throws IOException {
        try (ValidationServer server = serve(SubmissionCheckKind.PUBLIC)) {
            int port = server.address().getPort();

            assertThatThrownBy(() -> ValidationServer.start(submission -> new SubmissionCheck.Verdict(true, ""), port))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("port " + port);
        }
    }

    /** What came back. */
    private record Reply(int status, JsonNode json) {}

    private ValidationServer serve(SubmissionCheckKind kind) {
        return ValidationServer.start(new SubmissionChecker(data, kind), 0);
    }

    private static RequestBody upload(String field, String content) {
        return new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("note", "first")
                .addFormDataPart(field, "submission.csv", RequestBody.create(content, MediaType.get("text/csv")))
                .build();
    }

    private Reply post(ValidationServer server, RequestBody body) throws IOException {
        return call(new Request.Builder()
                .url(server.address() + "/validate")
                .post(body)
                .build());
    }

    private Reply get(ValidationServer server, String path) throws IOException {
        return call(new Request.Builder().url(server.address() + path).build());
    }

    private Reply call(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return new Reply(
                    response.code(),
                    JsonMapper.builder().build().readTree(response.body().bytes()));
        }
    }
}

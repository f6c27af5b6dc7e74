package dev.trimtab.benchmark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.contamination.Familiarity;
import dev.trimtab.benchmark.contamination.PromptProbabilities;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code familiarity}: how probable a model finds the texts of competitions, beside how well it did on them. */
@Command(
        name = "familiarity",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a server of OpenAI's completions how probable its model finds each token of competitions' texts.",
            "Correlates the mean with performance. The server must answer echo with logprobs, as vLLM does."
        })
public final class FamiliarityCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMPETITION", arity = "1..*", description = "Ids; their data must be prepared.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--model", required = true, paramLabel = "M", description = "The name that the server knows it by.")
    private String model = "";

    @Option(
            names = "--base-url",
            required = true,
            paramLabel = "URL",
            description = "The server, such as http://localhost:8000/v1.")
    private String baseUrl = "";

    @Option(
            names = "--key-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the server's key; by default none is sent.")
    private @Nullable String keyVariable;

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = "More texts: the files in DIR/COMPETITION, such as the most read discussions.")
    private @Nullable Path texts;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Grading reports of the model's runs, single or batch; of several of one competition the mean counts.")
    private List<Path> reports = new ArrayList<>();

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (baseUrl.matches("https?://[^/]*@.*")) {
            throw new UserError("--base-url must hold no user and no password; give a key by --key-env");
        }
        if (!isAddress(baseUrl)) {
            throw new UserError(
                    "--base-url must be an address that begins with http:// or https:// but was " + baseUrl);
        }
        PrintWriter out = spec.commandLine().getOut();
        CompetitionSets sets = BuiltInSets.find();
        Map<String, List<JsonNode>> graded = graded();
        PromptProbabilities server = new PromptProbabilities(baseUrl, model, key());
        List<Familiarity.Row> rows = new ArrayList<>();
        for (String id : ids) {
            Competition competition = sets.find(id);
            PreparedData data = sets.open(competition, dataDir.path());
            List<Double> probabilities = new ArrayList<>();
            texts(data).forEach(text -> probabilities.addAll(server.of(text)));
            rows.add(Familiarity.Row.of(id, probabilities, performance(data, graded.getOrDefault(id, List.of()))));
        }
        Familiarity found = Familiarity.of(rows);
        if (json) {
            out.println(ReportJson.of(found));
        } else {
            rows.forEach(row -> out.println(row.line()));
            out.println(
                    found.correlation() == null
                            ? "no correlation: at least three competitions with reports that differ are needed"
                            : String.format(
                                    Locale.ROOT,
                                    "correlation of familiarity and performance: %+.3f",
                                    found.correlation()));
        }
        out.flush();
        return 0;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && text.matches("https?://.*");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private @Nullable String key() {
        if (keyVariable == null) {
            return null;
        }
        String key = System.getenv(keyVariable);
        if (key == null || key.isBlank()) {
            throw new UserError("--key-env: the environment has no variable " + keyVariable);
        }
        return key;
    }

    private List<String> texts(PreparedData data) {
        try {
            List<String> all = new ArrayList<>(List.of(Files.readString(data.description())));
            Path more = texts == null ? null : texts.resolve(data.competition().id());
            if (more != null && Files.isDirectory(more)) {
                try (Stream<Path> files = Files.list(more)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        all.add(Files.readString(file));
                    }
                }
            }
            return all;
        } catch (IOException e) {
            throw new UserError("cannot read the texts of " + data.competition().id() + ": " + IoReason.of(e), e);
        }
    }

    private Map<String, List<JsonNode>> graded() {
        Map<String, List<JsonNode>> byId = new HashMap<>();
        for (Path file : reports) {
            try {
                JsonNode report = new ObjectMapper().readTree(file.toFile());
                Iterable<JsonNode> single =
                        report.has("competition_reports") ? report.get("competition_reports") : List.of(report);
                single.forEach(
                        each -> byId.computeIfAbsent(each.path("competition_id").asText(), id -> new ArrayList<>())
                                .add(each));
            } catch (IOException e) {
                throw new UserError("--report: cannot read " + file + ": " + IoReason.of(e), e);
            }
        }
        return byId;
    }

    private static @Nullable Double performance(PreparedData data, List<JsonNode> graded) {
        if (graded.isEmpty()) {
            return null;
        }
        Score sample = new Grader(Metrics.builtIn()).score(data.competition(), data.answers(), data.sampleSubmission());
        double base = sample instanceof Score.Scored scored ? scored.value() : Double.NaN;
        double mean = graded.stream()
                .mapToDouble(report -> report.path("score").isNumber()
                        ? (report.path("score").doubleValue() - base)
                                / (report.path("gold_threshold").doubleValue() - base)
                        : 0)
                .average()
                .orElse(Double.NaN);
        return Double.isFinite(mean) ? mean : null;
    }
}

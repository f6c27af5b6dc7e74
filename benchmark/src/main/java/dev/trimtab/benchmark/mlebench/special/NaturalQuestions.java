package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.json.PandasJson;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** tensorflow2-question-answering: lines of JSON, a thousand at a time split on their own. */
final class NaturalQuestions implements SpecialStep {
    private static final int CHUNK = 1000;
    private static final List<String> SHOWN =
            List.of("example_id", "question_text", "document_text", "long_answer_candidates");
    private static final List<String> HEADER = List.of("example_id", "PredictionString");

    @Override
    public void run(Work work) throws IOException {
        if (Files.exists(work.out("public/sample_submission.csv"))) {
            return;
        }
        List<String[]> gold = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(work.raw("simplified-nq-train.jsonl"));
                BufferedWriter train = open(work, "public/simplified-nq-train.jsonl");
                BufferedWriter test = open(work, "public/simplified-nq-test.jsonl");
                BufferedWriter answers = open(work, "private/test.jsonl")) {
            List<String> chunk = chunk(lines);
            while (!chunk.isEmpty()) {
                TrainTestSplit split = work.split(chunk.size());
                for (int i : split.train()) {
                    write(train, example(chunk.get(i)));
                }
                for (int i : split.test()) {
                    ObjectNode example = example(chunk.get(i));
                    write(answers, example);
                    write(test, shown(example));
                    addGold(gold, example);
                }
                chunk = chunk(lines);
            }
        }
        PandasWriter.write(work.out("private/gold_submission.csv"), HEADER, gold);
        PandasWriter.write(
                work.out("public/sample_submission.csv"),
                HEADER,
                gold.stream().map(row -> new String[] {row[0], ""}).toList());
    }

    private static BufferedWriter open(Work work, String name) throws IOException {
        return Files.newBufferedWriter(work.out(name), StandardCharsets.US_ASCII);
    }

    private static List<String> chunk(BufferedReader lines) throws IOException {
        List<String> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK) {
            @Nullable String line = lines.readLine();
            if (line == null) {
                break;
            }
            if (!line.isBlank()) {
                chunk.add(line);
            }
        }
        return chunk;
    }

    private static void write(BufferedWriter out, JsonNode example) throws IOException {
        out.write(PandasJson.text(example));
        out.write('\n');
    }

    private static ObjectNode example(String line) throws IOException {
        ObjectNode example = (ObjectNode) JsonFiles.MAPPER.readTree(line);
        return example.put("example_id", example.get("example_id").asText());
    }

    private static ObjectNode shown(ObjectNode example) {
        ObjectNode shown = JsonFiles.MAPPER.createObjectNode();
        SHOWN.forEach(name -> shown.set(name, example.get(name)));
        return shown;
    }

    private static void addGold(List<String[]> gold, ObjectNode example) {
        String id = example.get("example_id").asText();
        JsonNode annotation = example.get("annotations").get(0);
        String yesOrNo = annotation.get("yes_no_answer").asText();
        JsonNode spans = annotation.get("short_answers");
        String brief = spans.isEmpty() ? "" : span(spans.get(0));
        gold.add(new String[] {id + "_short", yesOrNo.equals("NONE") ? brief : yesOrNo});
        JsonNode passage = annotation.get("long_answer");
        gold.add(new String[] {id + "_long", passage.get("start_token").asInt() == -1 ? "" : span(passage)});
    }

    private static String span(JsonNode tokens) {
        return tokens.get("start_token").asText() + ":"
                + tokens.get("end_token").asText();
    }
}

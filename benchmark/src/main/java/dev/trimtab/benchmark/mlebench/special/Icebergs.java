package dev.trimtab.benchmark.mlebench.special;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.mlebench.json.JsonFiles;
import dev.trimtab.benchmark.mlebench.json.JsonList;
import dev.trimtab.benchmark.mlebench.json.PythonJson;
import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.table.PandasWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** statoil-iceberg-classifier-challenge: radar pictures in JSON. */
final class Icebergs implements SpecialStep {
    private static final String DATA = "data/processed/";

    @Override
    public void run(Work work) throws IOException {
        String data = work.fold().isPresent() ? "" : DATA;
        List<JsonNode> records = JsonFiles.all(work.raw(data + "train.json"));
        List<String> fields = JsonFiles.fieldsOfFirst(work.raw(data + "test.json"));
        TrainTestSplit split = work.split(records.size());
        List<JsonNode> held = Arrays.stream(split.test()).mapToObj(records::get).toList();
        JsonList.write(
                work.out("public/train.json"),
                PythonJson.plain(),
                Arrays.stream(split.train()).mapToObj(records::get).toList());
        try (JsonList test = new JsonList(work.out("public/test.json"), PythonJson.plain())) {
            for (JsonNode each : held) {
                ObjectNode some = JsonFiles.MAPPER.createObjectNode();
                fields.forEach(name -> some.set(name, each.get(name)));
                test.add(some);
            }
        }
        List<String> header = List.of("id", "is_iceberg");
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (JsonNode each : held) {
            String id = each.get("id").asText();
            answers.add(
                    new String[] {id, Integer.toString(each.get("is_iceberg").asInt())});
            sample.add(new String[] {id, "0.5"});
        }
        PandasWriter.write(work.out("private/test.csv"), header, answers);
        PandasWriter.write(work.out("private/sample_submission.csv"), header, sample);
    }
}

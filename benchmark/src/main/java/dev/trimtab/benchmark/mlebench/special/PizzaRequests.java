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

/** random-acts-of-pizza: requests in JSON, as many held out as Kaggle's test file has of all. */
final class PizzaRequests implements SpecialStep {
    @Override
    public void run(Work work) throws IOException {
        List<JsonNode> requests = JsonFiles.all(work.raw("train.json"));
        List<JsonNode> others = JsonFiles.all(work.raw("test.json"));
        double share = (double) others.size() / (requests.size() + others.size());
        TrainTestSplit split = work.split(requests.size(), share);
        List<JsonNode> held =
                Arrays.stream(split.test()).mapToObj(requests::get).toList();
        JsonList.write(
                work.out("public/train.json"),
                PythonJson.indented(),
                Arrays.stream(split.train()).mapToObj(requests::get).toList());
        JsonList.write(
                work.out("public/test.json"),
                PythonJson.indented(),
                held.stream().map(each -> fields(each, others.get(0))).toList());
        List<String> header = List.of("request_id", "requester_received_pizza");
        List<String[]> answers = new ArrayList<>();
        List<String[]> sample = new ArrayList<>();
        for (JsonNode each : held) {
            String id = each.get("request_id").asText();
            answers.add(new String[] {id, each.get("requester_received_pizza").asBoolean() ? "1" : "0"});
            sample.add(new String[] {id, "0"});
        }
        PandasWriter.write(work.out("private/test.csv"), header, answers);
        PandasWriter.write(work.out("public/sampleSubmission.csv"), header, sample);
    }

    /** Returns a record with the fields that another has, in its order. */
    static ObjectNode fields(JsonNode from, JsonNode model) {
        ObjectNode some = JsonFiles.MAPPER.createObjectNode();
        model.fieldNames().forEachRemaining(name -> some.set(name, from.get(name)));
        return some;
    }
}

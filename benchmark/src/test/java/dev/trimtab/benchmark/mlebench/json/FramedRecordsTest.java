package dev.trimtab.benchmark.mlebench.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.trimtab.benchmark.testing.DebianPython;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records go through a data frame as through pandas'. */
final class FramedRecordsTest {
    @Test
    void records_numbersGapsAndOthers_arePandas() throws IOException {
        DebianPython.require();
        String records = """
                [{"whole": 1, "real": 1, "null": 1, "some": 1, "big": 9223372036854775808, "huge": 1, "word": 1, "truth": true, "none": null},
                 {"whole": 2, "real": 2.5, "null": null, "big": 3, "huge": 10000000000000000000000, "word": "x", "truth": null, "none": null,
                  "late": 1, "empty": null, "list": [1]},
                 {"whole": -3, "real": 3, "null": 4, "some": 7, "big": 4, "huge": null, "word": null, "truth": false, "none": null}]
                """;

        JsonNode expected = DebianPython.run("""
                import json, sys
                import pandas as pd
                records = json.loads(json.load(sys.stdin)["records"])
                print(json.dumps({"text": json.dumps(pd.DataFrame(records).to_dict(orient="records"))}))
                """, Map.of("records", records));

        ArrayNode framed =
                JsonFiles.MAPPER.createArrayNode().addAll(FramedRecords.of(JsonFiles.MAPPER.readTree(records)));
        assertThat(PythonJson.plain().text(framed))
                .isEqualTo(expected.get("text").asText());
    }
}

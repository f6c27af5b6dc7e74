package dev.trimtab.benchmark.mlebench.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON is written as Python and pandas write it. */
final class JsonStylesTest {
    private static final String VALUE = """
            {"b": [1, 2.50, -0.0, 1e22, 1.5e-7, true, null, "naïve \\"q\\" 東\\n\\t\\u0001\\u007f/", [], {}],
             "a": {"z": 593165450220027640, "y": [[0.1]]}}
            """;

    @TempDir
    private Path dir;

    @Test
    void text_allKindsOfValues_isPythons() throws IOException {
        DebianPython.require();
        JsonNode value = JsonFiles.MAPPER.readTree(VALUE);

        JsonNode expected = DebianPython.run("""
                import json, sys
                value = json.loads(json.load(sys.stdin)["value"])
                print(json.dumps([json.dumps(value), json.dumps(value, indent=4),
                                  json.dumps(value, indent=4, sort_keys=True)]))
                """, Map.of("value", VALUE));

        assertThat(PythonJson.plain().text(value)).isEqualTo(expected.get(0).asText());
        assertThat(PythonJson.indented().text(value)).isEqualTo(expected.get(1).asText());
        assertThat(PythonJson.sorted().text(value)).isEqualTo(expected.get(2).asText());
    }

    @Test
    void numberOfPandas_tenDecimals_isPandas() {
        assertThat(PandasJson.number(0.1)).isEqualTo("0.1");
        assertThat(PandasJson.number(-6.89412345678912)).isEqualTo("-6.8941234568");
        assertThat(PandasJson.number(1)).isEqualTo("1.0");
        assertThat(PandasJson.number(0.99999999999)).isEqualTo("1.0");
        assertThat(PandasJson.number(Double.NaN)).isEqualTo("null");
    }

    @Test
    void textOfPandas_slashesAndLetters_areEscapedAndDeleteIsNot() throws IOException {
        JsonNode value = JsonFiles.MAPPER.readTree("{\"a\": \"x/y é\u007f\", \"b\": [1, 2.5, true, null]}");

        assertThat(PandasJson.text(value)).isEqualTo("{\"a\":\"x\\/y \\u00e9\u007f\",\"b\":[1,2.5,true,null]}");
    }

    @Test
    void mapper_whatPythonTakesForJson_isReadAgainAsItWas() throws IOException {
        JsonNode value =
                JsonFiles.MAPPER.readTree("[NaN, -Infinity, 1e22, -0.0, 18446744073709551616, \"half \\ud83d, é\"]");

        JsonNode again = JsonFiles.MAPPER.readTree(JsonFiles.MAPPER.writeValueAsBytes(value));

        assertThat(PythonJson.plain().text(again))
                .isEqualTo("[NaN, -Infinity, 1e+22, -0.0, 18446744073709551616, \"half \\ud83d, \\u00e9\"]");
    }

    @Test
    void list_elementByElement_isWhatOneTextWouldBe() throws IOException {
        JsonNode value = JsonFiles.MAPPER.readTree("[{\"b\": 1, \"a\": [2]}, {\"c\": []}]");

        JsonList.write(dir.resolve("some.json"), PythonJson.indented(), value);
        JsonList.write(dir.resolve("none.json"), PythonJson.plain(), JsonFiles.MAPPER.createArrayNode());

        assertThat(Files.readString(dir.resolve("some.json")))
                .isEqualTo(PythonJson.indented().text(value));
        assertThat(Files.readString(dir.resolve("none.json"))).isEqualTo("[]");
        assertThat(JsonFiles.all(dir.resolve("some.json"))).hasSize(2);
        assertThat(JsonFiles.fieldsOfFirst(dir.resolve("some.json"))).containsExactly("b", "a");
    }

    @Test
    void elements_tornOrMissingFile_saysWhatToDo() throws IOException {
        Files.writeString(dir.resolve("torn.json"), "[{\"a\": 1}, {\"a\"");

        assertThatThrownBy(() -> JsonFiles.all(dir.resolve("torn.json")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("torn.json is no whole JSON file");
        assertThatThrownBy(() -> JsonFiles.all(dir.resolve("none.json")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no file");
    }
}

package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An engineer behind a loopback server who solves {@link StraightLine} by OpenHands' tools: a shell whose directory and variables last, an editor,
 * and an end. What it answers depends on the request alone.
 */
public final class OpenHandsEngineer implements Function<JsonNode, ObjectNode> {
    private static final String PROGRAM = """
            import csv, os
            def rows(path):
                with open(path) as file:
                    return list(csv.DictReader(file))
            print("finds", sorted(name for name in os.listdir(".") if not name.startswith(".")))
            def line(row):
                return SLOPE * float(row["x"])
            train = rows("input/train.csv")
            rmse = (sum((line(row) - float(row["y"])) ** 2 for row in train) / len(train)) ** 0.5
            with open("submission/submission.csv", "w") as file:
                file.write("id,y\\n")
                for row in rows("input/test.csv"):
                    file.write(f"{row['id']},{line(row)}\\n")
            print(f"Validation rmse: {rmse:.6f}")
            """;

    private static final List<ObjectNode> SCRIPT = List.of(
            shell("export SLOPE_TRIED=2.5; mkdir -p models; cd models; pwd"),
            shell("echo it was $SLOPE_TRIED in $(basename \"$PWD\"); sleep 100 & cd .."),
            call("str_replace_editor", "command", "create", "path", "models/line.py", "file_text", PROGRAM),
            shell("python models/line.py"),
            call(
                    "str_replace_editor",
                    "command",
                    "str_replace",
                    "path",
                    "/workspace/models/line.py",
                    "old_str",
                    "import csv, os\n",
                    "new_str",
                    "import csv, os\nSLOPE = 3.0\n"),
            shell("python models/line.py && wc -l < submission/submission.csv"),
            call("str_replace_editor", "command", "view", "path", "models/line.py"),
            shell("sleep 30", "timeout", "1"),
            shell("exit 3"),
            call("finish", "message", "A line through the origin."));

    @Override
    public ObjectNode apply(JsonNode request) {
        int done = 0;
        for (JsonNode message : request.path("messages")) {
            done += message.path("role").asText().equals("tool") ? 1 : 0;
        }
        return SCRIPT.get(Math.min(done, SCRIPT.size() - 1));
    }

    private static ObjectNode shell(String command, String... more) {
        String[] all = new String[2 + more.length];
        all[0] = "command";
        all[1] = command;
        System.arraycopy(more, 0, all, 2, more.length);
        return call("execute_bash", all);
    }

    private static ObjectNode call(String tool, String... arguments) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            json.put(arguments[i], arguments[i + 1]);
        }
        return OpenAiServer.call(tool, json);
    }
}

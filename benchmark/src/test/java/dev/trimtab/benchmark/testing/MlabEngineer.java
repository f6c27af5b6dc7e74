package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An engineer behind a loopback server who acts in MLAB's form on {@link StraightLine}: looks around, writes a script with a bug, runs it, has it
 * edited, copies it to a better one. What it answers depends on the request alone.
 */
public final class MlabEngineer implements Function<JsonNode, ObjectNode> {
    private static final String PROGRAM = """
            import csv, os, sys
            def rows(path):
                with open(path) as file:
                    return list(csv.DictReader(file))
            past = int(open("working/past").read()) if os.path.exists("working/past") else 0
            with open("working/past", "w") as file:
                file.write(str(past + 1))
            print("finds", sorted(name for name in os.listdir(".") if not name.startswith(".")), past)
            print("a warning", file=sys.stderr)
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

    private static final List<String> SCRIPT = List.of(
            act("List Files", "dir_path", "input"),
            act("Write File", "file_name", "train.py", "content", PROGRAM),
            act("Execute Script", "script_name", "train.py"),
            act(
                    "Edit Script (AI)",
                    "script_name",
                    "train.py",
                    "edit_instruction",
                    "Set SLOPE to 2.5.",
                    "save_name",
                    "train.py"),
            act("Execute Script", "script_name", "train.py"),
            act("Validate Submission", "submission_path", "submission/submission.csv"),
            act("Write File", "file_name", "models/better.py", "content", "SLOPE = 3.0\n" + PROGRAM),
            act("Execute Script", "script_name", "models/better.py"),
            act("Read File", "file_name", "/etc/shadow"),
            act("Final Answer", "final_answer", "A line through the origin."));

    @Override
    public ObjectNode apply(JsonNode request) {
        String text = OpenAiServer.textOf(request);
        if (text.contains("Change it as told here")) {
            return OpenAiServer.text("Here it is.\n```python\nSLOPE = 2.5\n" + PROGRAM + "```\n");
        }
        int done = text.split("Action Input: \\{\"", -1).length - 1;
        return OpenAiServer.text(SCRIPT.get(Math.min(done, SCRIPT.size() - 1)));
    }

    private static String act(String action, String... input) {
        Map<String, String> json = new LinkedHashMap<>();
        for (int i = 0; i < input.length; i += 2) {
            json.put(input[i], input[i + 1]);
        }
        return "Reflection: None.\nResearch Plan and Status: Find the slope.\nFact Check: Nothing.\nThought: I use "
                + action + " to find the slope.\nAction: " + action + "\nAction Input: "
                + new ObjectMapper().valueToTree(json);
    }
}

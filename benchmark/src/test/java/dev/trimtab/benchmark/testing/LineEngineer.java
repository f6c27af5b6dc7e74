package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engineer behind a loopback server who writes Python for {@link StraightLine}. What it answers depends on the request alone, so that a
 * resumed run is answered as the undisturbed one; a draft that sees no attempt has a bug, and of the others one program in four.
 *
 * <p>Its programs tell what they find in their workspace, and their result depends on what earlier ones left in {@code working/}: a workspace
 * that is not exactly as it was shows in the score and in the log.
 */
public final class LineEngineer implements Function<JsonNode, ObjectNode> {
    private static final String PLAN = "A line through the origin";
    private static final Pattern SCORE = Pattern.compile("Validation rmse: ([0-9.]+)");
    private static final String PROGRAM = """
            import csv, os, time
            def rows(path):
                with open(path) as file:
                    return list(csv.DictReader(file))
            past = int(open("working/past").read()) if os.path.exists("working/past") else 0
            with open("working/past", "w") as file:
                file.write(str(past + 1))
            print("finds", sorted(os.listdir(".")), sorted(os.listdir("working")), sorted(os.listdir("submission")))
            with open("beside", "w") as file:
                file.write("no other program sees this")
            time.sleep(0.05)
            %s
            def line(row):
                return SLOPE * float(row["x"]) + past / 100
            train = rows("input/train.csv")
            rmse = (sum((line(row) - float(row["y"])) ** 2 for row in train) / len(train)) ** 0.5
            with open("working/weights-" + str(past %% 2), "wb") as file:
                file.write(bytes([past %% 251]) * 1000000)
            with open("submission/submission.csv", "w") as file:
                file.write("id,y\\n")
                for row in rows("input/test.csv"):
                    file.write(f"{row['id']},{line(row)}\\n")
            print(f"Validation rmse: {rmse:.6f}")
            """;

    @Override
    public ObjectNode apply(JsonNode request) {
        String text = OpenAiServer.textOf(request);
        return request.path("tools").isEmpty() ? OpenAiServer.text(program(text)) : review(text);
    }

    /** Returns a review of an execution that believes what the program printed. */
    public static ObjectNode review(String prompt) {
        String output = prompt.substring(Math.max(0, prompt.lastIndexOf("# Execution output")));
        Matcher score = SCORE.matcher(output);
        boolean scored = score.find();
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("is_bug", !scored);
        review.put("summary", scored ? "It printed a score." : "It printed no score.");
        review.put("metric", scored ? Double.valueOf(score.group(1)) : null);
        review.put("lower_is_better", true);
        review.put("has_csv_submission", scored);
        return OpenAiServer.call("submit_review", review);
    }

    private static String program(String prompt) {
        int draw = Math.floorMod(prompt.hashCode(), 400);
        boolean first = !prompt.contains(PLAN) && !prompt.contains("# Previous");
        boolean bug = (first || draw % 4 == 0) && !prompt.contains("# Previous (buggy) implementation");
        String slope = "SLOPE = " + (2.8 + draw / 1000.0) + (bug ? " * wanted" : "");
        return PLAN + ", number " + draw + ".\n\n```python\n" + PROGRAM.formatted(slope) + "```\n";
    }
}

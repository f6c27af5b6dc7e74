package dev.trimtab.runtime.model.offline;

import static dev.trimtab.runtime.model.offline.Prompts.ask;
import static dev.trimtab.runtime.model.offline.Prompts.careful;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The offline engineer with OpenHands' tools: it writes and runs a program in one command, and mends what it is shown. */
final class OpenHandsProtocolTest {
    private static final ToolSpecification SHELL =
            ToolSpecification.builder().name("execute_bash").build();
    private static final ToolSpecification THINK =
            ToolSpecification.builder().name("think").build();
    private static final String FRAME = """
            The problem is below. Print `Validation rmsle: <value>`. Libraries - Tribuo.

            # Problem

            Predict the price of each thing. A CSV file with the header `id,price`.
            """;

    @Test
    void act_withFunctions_writesAProgramAndRunsIt() throws Exception {
        AiMessage reply = ask(careful(1), FRAME, SHELL, THINK);

        assertThat(command(reply))
                .startsWith("cat > Solution.java <<'")
                .contains("\"price\"")
                .endsWith("java Solution.java");
    }

    @Test
    void act_withoutFunctions_writesTheCallIntoTheText() {
        AiMessage reply = ask(careful(1), FRAME + "\nFunction execute_bash: runs a command.");

        assertThat(reply.hasToolExecutionRequests()).isFalse();
        assertThat(reply.text())
                .contains("<function=execute_bash>\n<parameter=command>cat > Solution.java", "</function>");
    }

    /** The form in which a list of functions is numbered, and calls are shown with their values on lines of their own. */
    @Test
    void act_afterAFailureInANumberedListOfFunctions_mendsTheSameDesign() {
        String listed = FRAME + "\n---- BEGIN FUNCTION #1: execute_bash ----\nDescription: runs a command.\n";
        String first = ask(careful(1), listed).text();
        String shown = first.replace("<parameter=command>", "<parameter=command>\n");
        AiMessage second = careful(1)
                .chat(ChatRequest.builder()
                        .messages(List.of(
                                UserMessage.from(listed),
                                AiMessage.from(shown),
                                UserMessage.from("EXECUTION RESULT of [execute_bash]:\nException in thread \"main\" "
                                        + "java.lang.ArithmeticException: / by zero")))
                        .build())
                .aiMessage();

        assertThat(second.text()).contains("The last run failed for this reason: ArithmeticException");
        assertThat(design(second)).isEqualTo(first.substring(0, first.indexOf(". ") + 1));
    }

    @Test
    void act_statesWhatAFunctionDemands_byTheFirstValueThatIsAllowed() {
        ToolSpecification strict = ToolSpecification.builder()
                .name("execute_bash")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("command")
                        .addEnumProperty("risk", List.of("LOW", "HIGH"))
                        .addEnumProperty("mood", List.of("good", "bad"))
                        .required("command", "risk")
                        .build())
                .build();

        assertThat(ask(careful(1), FRAME, strict).toolExecutionRequests().get(0).arguments())
                .contains("\"risk\":\"LOW\"")
                .doesNotContain("mood");
    }

    @Test
    void act_statesWhatAListedFunctionDemands_andNothingOfTheNextOne() {
        String listed = FRAME + """

                ---- BEGIN FUNCTION #1: execute_bash ----
                Description: runs a command.
                Parameters:
                  (1) command (string, required): What to run.
                  (2) is_input (string, optional): Whether it is input.
                Allowed values: [`true`, `false`]
                  (3) timeout (number, optional): Seconds.
                  (4) risk (string, required): How bad it can be.
                Allowed values: [`LOW`, `HIGH`]
                ---- END FUNCTION #1 ----

                ---- BEGIN FUNCTION #2: think ----
                Parameters:
                  (1) mood (string, required): How it is.
                Allowed values: [`good`, `bad`]
                ---- END FUNCTION #2 ----
                """;

        assertThat(ask(careful(1), listed).text())
                .endsWith("<parameter=timeout>600</parameter>\n<parameter=risk>LOW</parameter>\n</function>");
    }

    @Test
    void act_withAShellOfAnotherName_callsItByThatName_andStatesOnlyWhatItTakes() {
        ToolSpecification terminal = ToolSpecification.builder()
                .name("terminal")
                .parameters(
                        JsonObjectSchema.builder().addStringProperty("command").build())
                .build();
        AiMessage reply = ask(careful(1), FRAME, THINK, terminal);

        ToolExecutionRequest call = reply.toolExecutionRequests().get(0);
        assertThat(call.name()).isEqualTo("terminal");
        assertThat(call.arguments()).contains("\"command\"").doesNotContain("\"timeout\"");
    }

    @Test
    void act_afterAFailure_mendsTheSameDesign() throws Exception {
        AiMessage first = ask(careful(1), FRAME, SHELL, THINK);
        ToolExecutionRequest call = first.toolExecutionRequests().get(0);
        AiMessage second = careful(1)
                .chat(ChatRequest.builder()
                        .messages(List.of(
                                SystemMessage.from("You are an agent."),
                                UserMessage.from(FRAME),
                                first,
                                ToolExecutionResultMessage.from(
                                        call,
                                        "Exception in thread \"main\" java.lang.ArithmeticException: / by zero\n"
                                                + "[Command finished with exit code 1]")))
                        .toolSpecifications(SHELL, THINK)
                        .build())
                .aiMessage();

        assertThat(second.text()).contains("The last run failed for this reason: ArithmeticException");
        assertThat(design(second)).isEqualTo(design(first));
    }

    private static String command(AiMessage reply) throws Exception {
        return ((ObjectNode) new ObjectMapper()
                        .readTree(reply.toolExecutionRequests().get(0).arguments()))
                .get("command")
                .textValue();
    }

    private static String design(AiMessage reply) {
        return reply.text().substring(0, reply.text().indexOf(". ") + 1);
    }
}

package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import dev.trimtab.runtime.model.offline.OfflineProfiles;
import dev.trimtab.runtime.model.server.CompletionServer;
import dev.trimtab.runtime.model.server.ServedModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments that the served engineer makes up for functions that it does not know, judged by a validator written elsewhere. */
final class ForcedCallTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CompletionServer server;

    @BeforeEach
    void serve() {
        CalibratedTokenCounter counter =
                ChatModels.counter(new ModelPresets(Home.path().resolve("configs/models")).load("offline"));
        OfflineEngineer engineer = new OfflineEngineer(
                /* seed= */ 1, OfflineProfiles.get("perfect"), /* declareFamily= */ false, counter::count);
        server = CompletionServer.start(
                new ServedModel("offline/perfect", engineer, counter, /* window= */ 100_000),
                /* port= */ 0,
                InstantSource.system(),
                usage -> {});
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'object','properties':{'a':{'type':'string'}}}",
                "{'type':'object','properties':{'a':{'type':'string','minLength':5000,'maxLength':6000},"
                        + "'b':{'type':'string','minLength':3}},'required':['a','b'],'additionalProperties':false}",
                "{'type':'object','properties':{'a':{'type':'string','maxLength':7},'b':{'const':[1]},'c':{'enum':[3,'x']}},"
                        + "'required':['a','b','c']}",
                "{'type':'object','properties':{'a':{'type':'integer','minimum':2.5},'b':{'type':'number','exclusiveMinimum':0,"
                        + "'maximum':0.5},'c':{'type':'number','maximum':-3},'d':{'type':'integer','exclusiveMaximum':0,"
                        + "'multipleOf':7},'e':{'type':'number','minimum':1e30},'f':{'type':'integer','minimum':100}},"
                        + "'required':['a','b','c','d','e','f']}",
                "{'type':'object','properties':{'a':{'type':'array','minItems':2,'prefixItems':[{'type':'boolean'}],"
                        + "'items':{'type':'object','required':['x'],'properties':{'x':{'type':['null','string']}}}},"
                        + "'b':{'type':'array','items':{'type':'string'}}},'required':['a','b']}",
                "{'type':'object','properties':{'a':{'anyOf':[{'type':'string','pattern':'^x$'},{'type':'integer'}]},"
                        + "'b':{'oneOf':[{'type':'string'},{'type':'null'}],'default':null}},'required':['a','b']}",
                "{'type':'object','$defs':{'node':{'type':'object','required':['next','name'],'properties':"
                        + "{'next':{'anyOf':[{'$ref':'#/$defs/node'},{'type':'null'}]},'name':{'type':'string'}}}},"
                        + "'properties':{'first':{'$ref':'#/$defs/node'},'second':{'$ref':'#/$defs/node'}},"
                        + "'required':['first','second']}",
                "{'$ref':'#/definitions/all','definitions':{'all':{'type':'object','required':['a'],"
                        + "'properties':{'a':{'type':'number'}}}}}",
                "{'type':'object','properties':{'a':{'allOf':[{'$ref':'#/$defs/x'}],'description':'d'},'b':{'allOf':["
                        + "{'required':['y'],'properties':{'y':{'type':'string'}}},{'required':['z'],'properties':"
                        + "{'z':{'type':'integer'},'y':{'minLength':2}}}],'type':'object'}},'required':['a','b'],"
                        + "'$defs':{'x':{'type':'integer','minimum':4}}}",
                "{'type':'object','properties':{'when':{'type':'string','format':'date-time'},'who':{'type':'string',"
                        + "'format':'email'},'id':{'type':'string','format':'uuid'}},'required':['when','who','id']}",
                "{'type':'object','properties':{'x':{'type':'integer'},'y':{'type':'integer'}},"
                        + "'anyOf':[{'required':['y']},{'required':['x']}]}",
                "{'type':'object','minProperties':1,'properties':{'x':{'type':'integer'},'y':{'type':'integer'}}}",
                "{'type':'object','required':['k'],'additionalProperties':{'type':'boolean'}}",
                "{'type':'object','required':['k'],'properties':{'k':true}}",
            })
    void call_ofAFunctionWithThisSchema_hasArgumentsThatAreValid(String quoted) throws Exception {
        String schema = quoted.replace('\'', '"');
        JsonNode call = answer(schema, 200).at("/choices/0/message/tool_calls/0/function");

        assertThat(call.get("name").asText()).isEqualTo("made_elsewhere");
        String arguments = call.get("arguments").asText();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(
                                arguments,
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(arguments)
                .isEmpty();
    }

    @Test
    void call_withARequiredText_saysThereWhatTheEngineerWouldHaveReplied() throws Exception {
        String schema = "{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"enum\":[\"note\"]},"
                + "\"plan\":{\"type\":\"string\"}},\"required\":[\"kind\",\"plan\"]}";

        JsonNode message = answer(schema, 200).at("/choices/0/message");

        JsonNode arguments =
                JSON.readTree(message.at("/tool_calls/0/function/arguments").asText());
        assertThat(arguments.get("kind").asText()).isEqualTo("note");
        assertThat(arguments.get("plan").asText()).contains("```java");
        assertThat(message.get("content").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'string'}",
                "{'type':'object','required':['a'],'properties':{'a':{'type':'string','pattern':'^x'}}}",
                "{'type':'object','required':['a'],'properties':{'a':{'$ref':'#'}}}",
                "{'type':'object','required':['a'],'properties':{'a':{'$ref':'#/$defs/none'}}}",
                "{'type':'object','required':['a'],'properties':{'a':{'$ref':'https://example.org/schema'}}}",
                "{'type':'object','required':['a'],'properties':{'a':false}}",
                "{'type':'object','required':['a'],'additionalProperties':false}",
                "{'type':'object','required':['a'],'properties':{'a':{'type':'integer','minimum':3,'maximum':2}}}",
                "{'type':'object','required':['a'],'properties':{'a':{'type':'array','minItems':2,'uniqueItems':true,"
                        + "'items':{'type':'boolean'}}}}",
                "{'type':'object','required':['a'],'properties':{'a':{'type':'array','minItems':200000}}}",
                "{'type':'object','required':['a'],'properties':{'a':{'type':'string','minLength':200000}}}",
                "{'type':'object','required':['a'],'properties':{'a':{'type':'integer','minimum':1e999}}}",
                "{'type':'object','required':['a'],'not':{'required':['a']}}",
            })
    void call_whereNoArgumentsAreKnown_isRefusedInOnePlainLine(String quoted) throws Exception {
        String message =
                answer(quoted.replace('\'', '"'), 400).at("/error/message").asText();

        assertThat(message)
                .startsWith("no arguments are known for 'made_elsewhere' at ")
                .doesNotContain("\n");
    }

    private JsonNode answer(String schema, int status) throws Exception {
        String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Predict y by Java.\"}],"
                + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"made_elsewhere\",\"parameters\":" + schema
                + "}}],\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"made_elsewhere\"}}}";
        HttpResponse<String> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/chat/completions"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        return JSON.readTree(reply.body());
    }
}

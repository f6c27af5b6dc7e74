package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.controller.comparator.StabilityPolicies;
import dev.trimtab.controller.policy.PolicyParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions, defaults, and answers to lines that are wrong. */
final class DeciderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TWO =
            "'hypotheses':[{'id':'a','family':'f','cost':100,'promise':0.6},{'id':'b','family':'g','cost':100,'promise':0.5}]";

    private final Decider decider = decider("portfolio");

    @Test
    void answer_lineOfItsOwn_isAPlanForEveryHypothesis() {
        JsonNode answer = answer("{'budget':500,'decisionsLeft':5," + TWO + "}");

        assertThat(answer.at("/representations/a").asText()).isEqualTo("full");
        assertThat(answer.at("/representations/b").asText()).isEqualTo("full");
        assertThat(types(answer)).startsWith("pursue");
        assertThat(answer.at("/decisions/0/certificate/inputs/p/provenance").asText())
                .isEqualTo("assumed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'budget':1,'decisionsLeft':5,'hypotheses':[{'id':'a','family':'f','cost':1,'stalness':3}]} | unknown field hypotheses[0].stalness; did you mean staleness?",
                "{'budgt':1} | unknown field budgt; did you mean budget?",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[{'id':'a','family':'f','cost':1,'promise':3}]} | hypotheses[0] 'a': promise must be in [0, 1] but was 3.0",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[{'id':'a','family':'f','cost':1,'compressedCost':2}]} | hypotheses[0] 'a': compressed cost must be in [0, full=1] but was 2",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[{'id':'a','cost':1}]} | hypotheses[0] 'a': family is missing",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[{'family':'f','cost':1}]} | hypotheses[0].id",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[{'id':7,'family':'f','cost':1}]} | hypotheses[0].id",
                "{'budget':1,'decisionsLeft':5} | hypotheses is missing",
                "{'budget':1,'hypotheses':[]} | decisionsLeft is missing",
                "{'budget':-1,'decisionsLeft':5,'hypotheses':[]} | budget must be >= 0 but was -1",
                "{'budget':1.5,'decisionsLeft':5,'hypotheses':[]} | budget must be a whole number but was '1.5'",
                "{'budget':'1','decisionsLeft':5,'hypotheses':[]} | budget",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[],'actions':['keep','purge']} | actions[1] must be one of",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[],'recordWork':'half'} | recordWork must be one of",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[],'recordwork':'in-place'} | unknown field recordwork; did you mean recordWork?",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[],'budget':2} | budget",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[]} {} | the line: Trailing token",
                "[] | the line must be one JSON object",
                "{'budget':1,'decisionsLeft':5,'hypotheses':[{'id':'a','family':null}]} | hypotheses[0].family is null; leave out what is not said",
                "null | the line must be one JSON object",
                "hello | not one JSON object",
            })
    void answer_malformedLine_saysWhereAndWhatAndGoesOn(String line, String problem) {
        JsonNode answer = answer(line);

        assertThat(answer.at("/error").asText()).contains(problem).hasLineCount(1);
        assertThat(answer.at("/line").asInt()).isEqualTo(1);
        assertThat(answer("{'budget':500,'decisionsLeft':5," + TWO + "}").has("decisions"))
                .isTrue();
    }

    /** Room for both as records only, and no archive; a record of b would be taken for one of a. */
    @Test
    void answer_recordThatReadsBackAsAnother_isNotWrittenAndTheSessionKnowsIt() {
        String plain = "'cost':100,'compressedCost':10,'promise':0.5";
        String line = "{'session':'%s','budget':30,'decisionsLeft':5,'hypotheses':["
                + "{'id':'a','family':'f'," + plain + ",'recordReads':{'family':'f'}},"
                + "{'id':'b','family':'g'," + plain + ",'recordReads':{'family':'%s'}}]}";

        JsonNode apart = answer(String.format(line, "apart", "g"));
        JsonNode alike = answer(String.format(line, "alike", "f"));
        JsonNode again = answer("{'session':'alike','hypotheses':[{'id':'a'},{'id':'b','representation':'full'}]}");

        assertThat(apart.at("/representations/a").asText()).isEqualTo("compressed");
        assertThat(apart.at("/representations/b").asText()).isEqualTo("compressed");
        for (JsonNode answer : List.of(alike, again)) {
            assertThat(answer.at("/representations/a").asText()).isEqualTo("compressed");
            assertThat(answer.at("/representations/b").asText()).isNotEqualTo("compressed");
        }
    }

    @Test
    void answer_wholeNumberWrittenWithAPoint_isTheNumber() {
        JsonNode plain = answer("{'budget':150,'decisionsLeft':5," + TWO + "}");
        JsonNode pointed = answer(("{'budget':150,'decisionsLeft':5," + TWO + "}").replaceAll("(\\d{3}|5),", "$1.0,"));

        assertThat(pointed.get("decisions")).isEqualTo(plain.get("decisions"));
    }

    @Test
    void answer_secondLineOfASession_knowsWhatTheFirstSaid() {
        answer("{'session':'s','budget':500,'decisionsLeft':5,'pace':'all','actions':['keep','pursue']," + TWO + "}");

        JsonNode second = answer("{'session':'s'}");

        assertThat(second.at("/step").asInt()).isEqualTo(1);
        assertThat(second.at("/representations/a").asText()).isEqualTo("full");
        assertThat(second.at("/decisions/0/certificate/inputs/n/value").asInt()).isEqualTo(4);
        assertThat(types(second)).containsOnly("keep", "pursue");
        assertThat(answer("{'session':'other'}").at("/error").asText()).isEqualTo("decisionsLeft is missing");
    }

    @Test
    void answer_lineThatEntersAWindow_certifiesTheEntryWithTheModeChangeThatWasStated() {
        answer("{'session':'s','budget':500,'decisionsLeft':1,'modeChange':0.3,'measured':['modeChange']," + TWO + "}");
        JsonNode entered = answer("{'session':'s','decisionsLeft':4}");
        JsonNode within = answer("{'session':'s'}");

        assertThat(laws(entered)).filteredOn("L11"::equals).hasSize(2);
        assertThat(laws(within)).doesNotContain("L11");
        JsonNode gamma = entered.at("/certificates/" + laws(entered).indexOf("L11") + "/inputs/gamma");
        assertThat(gamma.get("value").asDouble()).isEqualTo(0.3);
        assertThat(gamma.get("provenance").asText()).isEqualTo("measured");
        assertThat(answer("{'session':'s','modeChange':1.5}").at("/error").asText())
                .isEqualTo("modeChange must be in [0, 1] but was 1.5");
    }

    @Test
    void answer_afterTheSessionEnded_doesNotKnowIt() {
        answer("{'session':'s','budget':500,'decisionsLeft':5,'end':true," + TWO + "}");

        assertThat(answer("{'session':'s'}").at("/error").asText()).contains("missing");
    }

    @Test
    void answer_onePace_carriesOutTheFirstDecisionOnly() {
        String over =
                "'hypotheses':[{'id':'a','family':'f','cost':100,'compressedCost':10},{'id':'b','family':'g','cost':100,'compressedCost':10},"
                        + "{'id':'c','family':'h','cost':100,'compressedCost':10}]";
        List<String> first = types(answer("{'session':'s','budget':120,'decisionsLeft':8,'pace':'one'," + over + "}"));
        JsonNode second = answer("{'session':'s'}");

        assertThat(first).startsWith("compress", "compress");
        assertThat(types(second).stream().filter("compress"::equals)).hasSize(1);
        assertThat(types(answer("{'session':'s'}"))).startsWith("pursue");
    }

    /** Three must shrink; the second line shows that one did. With two decisions left one must then go for good, which at pace all none need. */
    @Test
    void answer_paceNotSaid_isOneOnceLessThanThePlanWasCarriedOut() {
        String line = "{'session':'%s','budget':140,'decisionsLeft':%d,%s'actions':['compress','retire'],'hypotheses':["
                + "{'id':'a','family':'f','cost':100,'compressedCost':40,'representation':'%s'},"
                + "{'id':'b','family':'g','cost':100,'compressedCost':40,'representation':'full'},"
                + "{'id':'c','family':'h','cost':100,'compressedCost':40,'representation':'full'}]}";
        answer(String.format(line, "silent", 2, "", "full"));
        answer(String.format(line, "said", 2, "'pace':'all',", "full"));

        JsonNode silent = answer(String.format(line, "silent", 1, "", "compressed"));
        JsonNode said = answer(String.format(line, "said", 1, "", "compressed"));

        assertThat(types(silent)).containsExactly("retire");
        assertThat(types(said)).containsExactly("compress", "compress");
    }

    @Test
    void answer_evidenceInsteadOfPromises_learnsWhichRouteMoves() {
        String start = "{'session':'s','budget':500,'decisionsLeft':6,'pace':'one','actions':['pursue'],'hypotheses':["
                + "{'id':'lure','family':'f','cost':100,'evidence':[{'value':80}]},"
                + "{'id':'riser','family':'g','cost':100,'evidence':[{'value':20}]}]}";
        answer(start);
        JsonNode answer = answer("{'session':'s','hypotheses':[{'id':'lure','evidence':[{'value':80.1,'effort':2}]},"
                + "{'id':'riser','evidence':[{'value':30,'effort':2}]}]}");

        assertThat(answer.at("/decisions/0/hypothesis").asText()).isEqualTo("riser");
        assertThat(answer.at("/decisions/0/certificate/inputs/p/provenance").asText())
                .isEqualTo("estimated from 2");
        assertThat(pursued("greedy-single-route", start)).isEqualTo("lure");
    }

    /** Room for one: a lure that is dear, and a family that looks bad and is cheap. */
    @Test
    void answer_promiseThatNobodyMeasured_isAnImpressionThatRoomIsNotSpentOn() {
        String line = "{'budget':200,'decisionsLeft':5,%s'hypotheses':["
                + "{'id':'lure','family':'f','cost':200,'promise':0.9},"
                + "{'id':'b','family':'g','cost':100,'promise':0.2},{'id':'c','family':'h','cost':100,'promise':0.2}]}";

        JsonNode stated = answer(String.format(line, "")).get("representations");
        JsonNode measured =
                answer(String.format(line, "'measured':['promise'],")).get("representations");

        assertThat(List.of(stated.get("b").asText(), stated.get("c").asText())).containsOnly("full");
        assertThat(measured.get("lure").asText()).isEqualTo("full");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"{'value':20}", "{'value':20},{'value':20.5,'effort':2}"})
    void answer_looksToldAgain_areNoWorkWithoutARise(String history) {
        String line = "{'session':'%s','budget':500,'decisionsLeft':%d,'pace':'one','actions':['keep'],'hypotheses':["
                + "{'id':'a','family':'f','cost':100,'evidence':[%s]},{'id':'b','family':'g','cost':100,'evidence':[%s]}]}";
        answer(String.format(line, "again", 6, "{'value':50}", history));
        answer(String.format(line, "once", 6, "{'value':50}", history));

        JsonNode again = answer(String.format(line, "again", 5, "{'value':50}", history));
        JsonNode once = answer(String.format(line, "once", 5, "", ""));

        assertThat(again.get("readings")).isEqualTo(once.get("readings"));
        assertThat(again.get("certificates")).isEqualTo(once.get("certificates"));
    }

    /** A reset leaves the context as fresh as work leaves a route, but nobody looked at anything. */
    @Test
    void answer_valuesAndPromisesToldAgainAfterAReset_areNoWorkWithoutARise() {
        for (String told : List.of("'evidence':[{'value':20}]", "'promise':0.6")) {
            for (String session : List.of("again", "once")) {
                JsonNode first = answer(afterReset(session + told, 6, "full", told));
                assertThat(types(first)).startsWith("reset");
            }

            JsonNode again = answer(afterReset("again" + told, 5, "compressed", told));
            JsonNode once = answer(afterReset("once" + told, 5, "compressed", ""));

            assertThat(again.get("decisions")).isEqualTo(once.get("decisions"));
            assertThat(again.get("readings")).isEqualTo(once.get("readings"));
        }
    }

    private static String afterReset(String session, int left, String held, String told) {
        StringBuilder routes = new StringBuilder();
        for (String id : List.of("a", "b", "c", "d")) {
            routes.append(routes.isEmpty() ? "" : ",")
                    .append("{'id':'" + id + "','family':'of " + id + "','cost':100,'compressedCost':20,")
                    .append("'representation':'" + held + "'" + (told.isEmpty() ? "" : "," + told) + "}");
        }
        return "{'session':'" + session.replace("'", "") + "','budget':90,'decisionsLeft':" + left
                + ",'pace':'one','actions':['keep','compress','reset','pursue'],'reset':{'steps':1},'hypotheses':["
                + routes
                + "]}";
    }

    @Test
    void answer_promiseThatMovesWithWork_countsForWhatMovesAndAgeingDoesNot() {
        String start = "{'session':'s','budget':500,'decisionsLeft':6,'pace':'one','actions':['pursue'],'hypotheses':["
                + "{'id':'lure','family':'f','cost':100,'promise':0.8},{'id':'riser','family':'g','cost':100,'promise':0.3}]}";
        assertThat(answer(start).at("/decisions/0/hypothesis").asText()).isEqualTo("lure");

        JsonNode fell =
                answer("{'session':'s','hypotheses':[{'id':'lure','promise':0.75},{'id':'riser','promise':0.25}]}");
        JsonNode rose =
                answer("{'session':'s','hypotheses':[{'id':'lure','promise':0.7},{'id':'riser','promise':0.4}]}");

        assertThat(fell.at("/decisions/0/hypothesis").asText()).isEqualTo("riser");
        assertThat(fell.at("/decisions/0/certificate/inputs/p/provenance").asText())
                .isEqualTo("estimated from 1");
        assertThat(rose.at("/decisions/0/hypothesis").asText()).isEqualTo("riser");
    }

    @Test
    void answer_promiseToldAgainAfterWork_isWorkWithoutARise() {
        String start = "{'session':'s','budget':500,'decisionsLeft':6,'pace':'one','actions':['pursue'],'hypotheses':["
                + "{'id':'a','family':'f','cost':100,'promise':0.6},{'id':'b','family':'g','cost':100,'promise':0.6}]}";
        assertThat(answer(start).at("/decisions/0/hypothesis").asText()).isEqualTo("a");

        JsonNode still = answer("{'session':'s','hypotheses':[{'id':'a','promise':0.6},{'id':'b','promise':0.6}]}");

        assertThat(still.at("/decisions/0/hypothesis").asText()).isEqualTo("b");
    }

    /** The one that looks better is the dearer one, and nobody measured how it looks. */
    @Test
    void answer_promiseOfARouteToOpen_countsOnlyIfItWasMeasured() {
        String line = "{'budget':1000,'decisionsLeft':4,'pace':'one','actions':['branch','pursue'],%s'hypotheses':["
                + "{'id':'a','family':'f','cost':100%s}],'branches':[{'id':'lure','family':'g','cost':450,'promise':0.85},"
                + "{'id':'dull','family':'h','cost':300,'promise':0.45}]}";

        for (String known : List.of(",'evidence':[{'value':0.5}]", ",'promise':0.5")) {
            assertThat(answer(String.format(line, "", known))
                            .at("/decisions/0/option")
                            .asText())
                    .isEqualTo("dull");
            assertThat(answer(String.format(line, "'measured':['promise'],", known))
                            .at("/decisions/0/option")
                            .asText())
                    .isEqualTo("lure");
        }
    }

    @Test
    void answer_valuesInAnotherUnit_decidesTheSame() {
        List<String> told = new ArrayList<>();
        for (double unit : new double[] {1, 1000}) {
            Decider fresh = decider("portfolio");
            StringBuilder said = new StringBuilder();
            for (double[] values : new double[][] {{0.5, 0.7, 0.6}, {0.55, 0.7, 0.61}, {0.62, 0.71, 0.6}}) {
                said.append(fresh.answer(quoted("{'session':'s','budget':150,'decisionsLeft':6,'hypotheses':["
                        + look("a", values[0] * unit) + "," + look("b", values[1] * unit) + ","
                        + look("c", values[2] * unit) + "]}")));
            }
            told.add(said.toString().replaceAll("(\\d+\\.\\d{6})\\d*(E-?\\d+)?", "$1"));
        }

        assertThat(types(told.get(0))).isEqualTo(types(told.get(1)));
    }

    @Test
    void answer_moreDecisionsLeftThanExpected_startsAWindowInWhichNothingIsLostYet() {
        String retiring = "{'session':'s','budget':100,'decisionsLeft':3,'actions':['retire'],'hypotheses':["
                + "{'id':'a','family':'f','cost':100,'promise':0.6},{'id':'b','family':'g','cost':100,'promise':0.5}]}";
        double lost = answer(retiring).at("/readings/adequacy-lost").asDouble();

        assertThat(lost).isPositive();
        assertThat(answer("{'session':'s'}").at("/readings/adequacy-lost").asDouble())
                .isCloseTo(lost, within(1e-12));
        assertThat(answer("{'session':'s','decisionsLeft':6}")
                        .at("/readings/adequacy-lost")
                        .asDouble())
                .isZero();
    }

    @Test
    void answer_sameLinesToAFreshDecider_areTheSame() {
        List<String> lines = List.of(
                "{'session':'s','budget':150,'decisionsLeft':5," + TWO + "}",
                "{'session':'s'}",
                "{'session':'s','x':1}");

        assertThat(lines.stream().map(line -> decider("random-matched").answer(quoted(line))))
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> decider("random-matched").answer(quoted(line)))
                        .toList());
    }

    private static String look(String id, double value) {
        return "{'id':'" + id + "','family':'f" + id + "','cost':100,'compressedCost':20,'evidence':[{'value':" + value
                + "}]}";
    }

    private static String pursued(String policy, String line) {
        return read(decider(policy).answer(quoted(line)))
                .at("/decisions/0/hypothesis")
                .asText();
    }

    private JsonNode answer(String line) {
        return read(decider.answer(quoted(line)));
    }

    private static List<String> laws(JsonNode answer) {
        List<String> laws = new ArrayList<>();
        answer.get("certificates").forEach(c -> laws.add(c.get("law").asText()));
        return laws;
    }

    private static List<String> types(JsonNode answer) {
        return answer.at("/decisions").findValuesAsText("type");
    }

    private static List<String> types(String answers) {
        List<String> types = new ArrayList<>();
        for (String answer : answers.split("(?<=\\})(?=\\{\"line\")", -1)) {
            JsonNode read = read(answer);
            read.at("/decisions")
                    .forEach(d -> types.add(
                            d.get("type").asText() + " " + d.path("hypothesis").asText()));
        }
        return types;
    }

    private static Decider decider(String policy) {
        return new Decider(
                StabilityPolicies.appraised()
                        .create(policy, PolicyParameters.DEFAULT)
                        .orElseThrow(),
                PolicyParameters.DEFAULT);
    }

    private static String quoted(String line) {
        return line.replace('\'', '"');
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}

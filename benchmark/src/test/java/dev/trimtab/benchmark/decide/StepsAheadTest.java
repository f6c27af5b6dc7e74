package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is kept free for what a step adds, and what comes first where success asks for work. */
final class StepsAheadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Decider decider = new Decider(PortfolioPolicy.withDefaults(), PolicyParameters.DEFAULT);

    /** The second line brings 100 tokens of its own and finds the budget just kept. */
    @Test
    void answer_ofOneDecisionAStep_keepsFreeWhatAStepWasSeenToAdd() {
        for (int left : List.of(2, 1)) {
            for (String pace : List.of("one", "all")) {
                String session = pace + left;
                assertThat(types(step(session, pace, left + 1, "a", "b"))).startsWith("pursue");
                String first = types(step(session, pace, left, "a", "b", "c")).get(0);
                assertThat(first.equals("pursue")).isEqualTo(pace.equals("all"));
            }
        }
    }

    /** The first line holds 400 tokens under 300 and all are still there in the second, so that the third may leave what comes to the fourth. */
    @Test
    void answer_whereMoreThanTheBudgetLasts_leavesWhatAStepAddsToTheNextDecision() {
        for (int left : List.of(3, 1)) {
            String session = "over" + left;
            step(session, "one", left + 2, "a", "b", "c", "d");
            answer(records(line(session, "one", left + 1, "a", "b", "c", "d", "e"), "c", "d"));

            JsonNode third = answer(records(line(session, "one", left, "a", "b", "c", "d", "e"), "c", "d", "e"));

            assertThat(types(third)).startsWith(left == 1 ? "compress" : "pursue");
        }
    }

    private static String records(String line, String... ids) {
        String told = line;
        for (String id : ids) {
            told = told.replace("{'id':'" + id + "',", "{'id':'" + id + "','representation':'compressed',");
        }
        return told;
    }

    /** Two routes of 100 tokens under 300 grow by 40 each in a step that stated nothing of it, and would by as much in the next. */
    @Test
    void answer_whereAllThatIsHeldWasSeenToGrow_keepsTheRoomOfAsMuchFree() {
        for (String session : List.of("grows", "stays")) {
            assertThat(types(step(session, "one", 5, "a", "b"))).startsWith("pursue");
            String second = line(session, "one", 4, "a", "b");

            JsonNode answer = answer(session.equals("grows") ? second.replace("'cost':100", "'cost':140") : second);

            assertThat(types(answer)).startsWith(session.equals("grows") ? "compress" : "pursue");
        }
    }

    @Test
    void answer_hypothesisThatCameInOneStepOfThree_isNotExpectedAgain() {
        for (int left : List.of(4, 3, 2)) {
            step("rare", "one", left, "a", "b");
        }

        assertThat(types(step("rare", "one", 1, "a", "b", "c"))).startsWith("pursue");
    }

    /** In the third line d came and a, for which there was no room beside it, went; in the other session a went although there was. */
    @Test
    void answer_onceWhatDidNotFitHasGone_keepsFreeWhatAStepAdds() {
        for (String session : List.of("cut", "lost")) {
            step(session, "one", 6, "a", "b");
            step(session, "one", 5, "a", "b", "c");
        }

        assertThat(types(step("cut", "one", 4, "b", "c", "d"))).startsWith("compress");
        assertThat(types(step("lost", "one", 4, "b", "c"))).startsWith("pursue");
    }

    /** What was opened came by a decision, whatever it is called, so that nothing like it is expected after the last one. */
    @Test
    void answer_openedRouteUnderAnotherName_isNotWhatAStepAdds() {
        for (String name : List.of("option", "other")) {
            String offered = "'actions':['keep','branch','compress'],"
                    + "'branches':[{'id':'option','family':'of option','cost':100}],'hypotheses'";
            assertThat(types(answer(line(name, "one", 2, "a", "b").replace("'hypotheses'", offered))))
                    .startsWith("branch");
            String opened = line(name, "one", 1, "a", "b", name).replace("'of other'", "'of option'");

            assertThat(types(answer(opened.replace("'hypotheses'", "'branches':[],'hypotheses'"))))
                    .startsWith("keep");
        }
    }

    private JsonNode step(String session, String pace, int left, String... ids) {
        return answer(line(session, pace, left, ids));
    }

    /** Hypotheses of 100 tokens, 20 as records, each of its own family, under a budget of 300. */
    private static String line(String session, String pace, int left, String... ids) {
        String held = Stream.of(ids)
                .map(id -> "{'id':'" + id + "','family':'of " + id + "','cost':100,'compressedCost':20}")
                .collect(Collectors.joining(","));
        return "{'session':'" + session + "','budget':300,'decisionsLeft':" + left + ",'pace':'" + pace
                + "','hypotheses':[" + held + "]}";
    }

    @Test
    void answer_tokensThatAStepIsSaidToAdd_areKeptFreeFromTheFirstLine() {
        String line = line("said", "one", 5, "a", "b");

        assertThat(types(answer(line.replace("said", "unsaid")))).startsWith("pursue");
        assertThat(types(answer(line.replace("'hypotheses'", "'stepAdds':150,'hypotheses'"))))
                .startsWith("compress");
        assertThat(answer(line.replace("'hypotheses'", "'stepAdds':-1,'hypotheses'"))
                        .at("/error")
                        .asText())
                .contains("stepAdds must be >= 0");
    }

    /** What was said holds until something else is said. Without room to hold a route twice nothing is worked on to make it fresh either. */
    @Test
    void answer_whereSuccessIsSaidToAskForNoWork_worksOnNothingWithoutRoomUntilItAsksForSome() {
        assertThat(types(step("unsaid", "one", 5, "a", "b"))).startsWith("pursue");

        String none = line("none", "one", 5, "a", "b", "c").replace("'hypotheses'", "'workNeeded':0,'hypotheses'");
        assertThat(types(answer(none))).startsWith("keep").doesNotContain("pursue");
        assertThat(types(step("none", "one", 4, "a", "b", "c")))
                .startsWith("keep")
                .doesNotContain("pursue");
        assertThat(types(answer("{'session':'none','workNeeded':1}"))).startsWith("pursue");
        assertThat(types(answer("{'session':'none','workNeeded':0}"))).doesNotContain("pursue");
    }

    /** The session counts how stale the routes are and whether they grow: its first line tells neither. */
    @Test
    void answer_whereSuccessAsksForNoWork_makesWhatHasGoneStaleFreshWhereThereIsRoom() {
        String line = line("fresh", "one", 5, "a", "b").replace("'hypotheses'", "'workNeeded':0,'hypotheses'");

        assertThat(types(answer(line))).containsOnly("keep");
        assertThat(answer(line.replace("'decisionsLeft':5", "'decisionsLeft':4"))
                        .at("/decisions/0/hypothesis")
                        .asText())
                .isEqualTo("a");
        JsonNode third = answer(line.replace("'decisionsLeft':5", "'decisionsLeft':3"));
        assertThat(types(third)).startsWith("pursue");
        assertThat(third.at("/decisions/0/hypothesis").asText()).isEqualTo("b");
        String grown = line.replace("'decisionsLeft':5", "'decisionsLeft':2")
                .replace("'of b','cost':100", "'of b','cost':101");
        assertThat(types(answer(grown))).containsOnly("keep");
    }

    /** Four of five routes have gone stale and would mislead whoever works on the fifth, but nobody is to. */
    @Test
    void answer_whereSuccessAsksForNoWork_givesUpNothingForAContextThatIsFresh() {
        String stale = line("stale", "all", 5, "a", "b", "c", "d", "e")
                .replace("300", "1000")
                .replace("'compressedCost':20", "'compressedCost':100")
                .replace("'cost'", "'staleness':30,'recoverability':0.6,'recoveryCost':100,'cost'")
                .replace("'id':'a','family':'of a','staleness':30", "'id':'a','family':'of a','staleness':0")
                .replace("'hypotheses'", "'legacy':{'liveGap':0.2,'legacyGap':0.2,'noise':0.1},'hypotheses'");

        JsonNode unsaid = answer(stale);
        JsonNode none = answer(
                stale.replace("'hypotheses'", "'workNeeded':0,'hypotheses'").replace("'stale'", "'idle'"));

        assertThat(types(unsaid)).contains("retire");
        assertThat(types(none)).containsOnly("keep");
        assertThat(adequacy(none)).isGreaterThan(adequacy(unsaid));
    }

    /** All is held and stays so, and all has gone stale. */
    @Test
    void answer_whereSuccessAsksForNoWork_startsNoContextAnewThatHoldsTheSame() {
        String stale = line("clean", "one", 12, "a", "b", "c")
                .replace("300", "1200")
                .replace("'cost'", "'staleness':30,'cost'")
                .replace(
                        "'hypotheses'",
                        "'reset':{'steps':1},'legacy':{'liveGap':0.1,'legacyGap':0.5,'noise':0.1},'hypotheses'");

        assertThat(types(answer(stale))).startsWith("reset");
        assertThat(types(answer(stale.replace("'hypotheses'", "'workNeeded':0,'hypotheses'")
                        .replace("clean", "idle"))))
                .containsOnly("keep");
    }

    private static double adequacy(JsonNode answer) {
        return answer.at("/readings/adequacy").asDouble();
    }

    /** Nothing is known of any route. */
    @Test
    void answer_workNeeded_goesToRoutesThatHadNoneInsteadOfToBreadth() {
        String demand = "'workNeeded':1,'actions':['keep','compress','branch','pursue'],"
                + "'branches':[{'id':'o','family':'of o','cost':100}],'hypotheses'";
        String line = line("needed", "one", 3, "a", "b", "c").replace("'hypotheses'", demand);

        assertThat(types(answer(line.replace("'workNeeded':1,", "").replace("needed", "free"))))
                .startsWith("compress");
        JsonNode first = answer(line);
        JsonNode second = answer(line("needed", "one", 2, "a", "b", "c"));
        JsonNode third = answer(line("needed", "one", 1, "a", "b", "c"));

        assertThat(types(first)).containsOnlyOnce("pursue");
        assertThat(Stream.of(first, second, third).map(StepsAheadTest::pursued))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    /** With one decision left of two that are needed, only the route that had one can still have its work. */
    @Test
    void answer_workThatIsStated_isFinishedWhereItCanBeInTime() {
        String line = line("stated", "one", 1, "a", "b", "c")
                .replace("'hypotheses'", "'workNeeded':2,'hypotheses'")
                .replace("'id':'b'", "'id':'b','work':1");

        assertThat(pursued(answer(line))).isEqualTo("b");
    }

    /** The model worked on b although it was told to work on a. */
    @Test
    void answer_workThatEvidenceTells_isCountedWhereItWasDone() {
        String start = line("told", "one", 3, "a", "b")
                .replace("'hypotheses'", "'workNeeded':1,'hypotheses'")
                .replace("'cost'", "'evidence':[{'value':1}],'cost'");
        assertThat(pursued(answer(start))).isEqualTo("a");

        JsonNode next = answer("{'session':'told','hypotheses':[{'id':'a'},{'id':'b','evidence':[{'value':1.5}]}]}");

        assertThat(pursued(next)).isEqualTo("a");
    }

    /** The first look at what was opened is where it starts, under whatever name. */
    @Test
    void answer_routeThatWasOpened_hasHadNoWorkYet() {
        for (String name : List.of("option", "other")) {
            String offered = "'workNeeded':1,'actions':['keep','branch','pursue'],"
                    + "'branches':[{'id':'option','family':'of option','cost':100}],'hypotheses'";
            answer(line(name, "one", 3, "a").replace("'hypotheses'", offered).replace("'id':'a'", "'id':'a','work':1"));
            String opened = line(name, "one", 1, "a", name)
                    .replace("'hypotheses'", "'branches':[],'hypotheses'")
                    .replace("'family':'of " + name + "'", "'family':'of option','evidence':[{'value':1}]");

            assertThat(pursued(answer(opened))).isEqualTo(name);
        }
    }

    /** Three routes of 100 tokens under 300: with one as a record there is room for 60 tokens more, with two for half of the budget. */
    @Test
    void answer_roomWhereWorkIsNeeded_isMadeForAllDecisionsLeft() {
        String line = line("room", "one", 5, "a", "b", "c").replace("'hypotheses'", "'stepAdds':60,'hypotheses'");

        JsonNode free = answer(line);
        JsonNode asked = answer(line.replace("room", "asked").replace("'stepAdds'", "'workNeeded':1,'stepAdds'"));

        assertThat(records(free)).isEqualTo(1);
        assertThat(records(asked)).isEqualTo(2);
    }

    private static long records(JsonNode answer) {
        return Stream.of("a", "b", "c")
                .filter(id -> answer.get("representations").get(id).asText().equals("compressed"))
                .count();
    }

    private static String pursued(JsonNode answer) {
        return answer.at("/decisions/0/type").asText().equals("pursue")
                ? answer.at("/decisions/0/hypothesis").asText()
                : "none";
    }

    /** Six routes of 100 tokens under 300 need several records; in one session they are found as the reset's plan says, in the other all in full. */
    @Test
    void answer_resetThatIsFoundToMakeNoRoom_isNotProposedAgain() {
        for (String session : List.of("planned", "full")) {
            String line = line(session, "one", 6, "a", "b", "c", "d", "e", "f")
                    .replace("'hypotheses'", "'workNeeded':0,'reset':{'steps':1},'hypotheses'");
            JsonNode first = answer(line);
            assertThat(types(first)).startsWith("reset");

            String held = line.replace("'decisionsLeft':6", "'decisionsLeft':5");
            for (String id : List.of("a", "b", "c", "d", "e", "f")) {
                String as = session.equals("full")
                        ? "full"
                        : first.at("/representations/" + id).asText();
                held = held.replace("{'id':'" + id + "',", "{'id':'" + id + "','representation':'" + as + "',");
            }
            String second = types(answer(held)).get(0);
            assertThat(second.equals("keep")).isEqualTo(session.equals("planned"));
            assertThat(second).isNotEqualTo("reset");
        }
    }

    @Test
    void answer_resetThatMakesRecords_namesThemBesideTheSeedThatIsHeldInFull() {
        JsonNode answer = answer(line("anew", "one", 6, "a", "b", "c", "d", "e", "f")
                .replace("'hypotheses'", "'workNeeded':0,'reset':{'steps':1},'hypotheses'"));

        assertThat(types(answer)).startsWith("reset");
        JsonNode reset = answer.at("/decisions/0");
        for (String id : List.of("a", "b", "c", "d", "e", "f")) {
            String as = answer.at("/representations/" + id).asText();
            assertThat(texts(reset.at("/seed")).contains(id)).isEqualTo(as.equals("full"));
            assertThat(texts(reset.at("/records")).contains(id)).isEqualTo(as.equals("compressed"));
        }
        assertThat(texts(reset.at("/records"))).isNotEmpty();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), /* parallel= */ false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode answer(String line) {
        String quoted = line.replace('\'', '"');
        try {
            return JSON.readTree(decider.answer(quoted));
        } catch (JsonProcessingException e) {
            throw new AssertionError(quoted, e);
        }
    }

    private static List<String> types(JsonNode answer) {
        return answer.at("/decisions").findValuesAsText("type");
    }
}

package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.LossHazards;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a session learns of how hypotheses are lost by nobody's decision. */
final class LossesTest {
    private static final int ROOM = 10_000;
    private static final Certificate CERTIFICATE = Certificate.atMost(Law.L2, "nothing", Map.of(), 0, 0);

    private final Portfolio four = held("a", "b", "c", "d");

    @Test
    void hazards_afterOneLoss_isAsAssumedSinceOneTellsLittle() {
        assertThat(Losses.NONE.after(four, held("a", "b", "c"), ROOM, 1).hazards(0))
                .isNull();
    }

    @Test
    void hazards_afterASecondLoss_isTheShareOfStepsBesideAPriorOfTwenty() {
        Losses seen = Losses.NONE
                .after(four, held("a", "b", "c"), ROOM, 1)
                .after(held("a", "b", "c"), held("a", "b"), ROOM, 1);

        LossHazards hazards = Optional.ofNullable(seen.hazards(0.01)).orElseThrow();

        assertThat(hazards.full().value()).isCloseTo((20 * 0.01 + 2) / (20 + 7), within(1e-12));
        assertThat(hazards.full().provenance()).isEqualTo(Provenance.estimated(7));
        assertThat(hazards.record().value()).isEqualTo(0.01);
        assertThat(hazards.record().provenance()).isEqualTo(Provenance.ASSUMED);
    }

    @Test
    void after_recordsThatAreLost_areCountedApart() {
        Portfolio records = four.heldAs(Map.of("a", Representation.COMPRESSED, "b", Representation.COMPRESSED));

        LossHazards hazards = Optional.ofNullable(
                        Losses.NONE.after(records, held("c", "d"), ROOM, 1).hazards(0))
                .orElseThrow();

        assertThat(hazards.record().value()).isCloseTo(2 / 22.0, within(1e-12));
        assertThat(hazards.full().value()).isZero();
    }

    @Test
    void after_whatDidNotFit_wasCutAndTellsNothing() {
        assertThat(Losses.NONE.after(four, held("a", "b"), /* budget= */ 399, 1))
                .isEqualTo(Losses.NONE);
    }

    @Test
    void after_whatWasArchivedOrOpenedUnderAnotherName_isNotLost() {
        Portfolio renamed = new Portfolio(List.of(
                route("a", "of a").heldAs(Representation.SHADOW),
                route("b", "of b").heldAs(Representation.SHADOW),
                route("other", "of c"),
                route("another", "of d")));

        assertThat(Losses.NONE.after(four, renamed, ROOM, 1).hazards(0)).isNull();
    }

    @Test
    void after_whatThePlanDecidedOn_tellsNothing() {
        Losses decided = Losses.NONE.before(
                List.of(new Decision.Pursue("a", CERTIFICATE), new Decision.Recover("b", CERTIFICATE)), false);

        assertThat(decided.after(four, held("c", "d"), ROOM, 1).full()).isEqualTo(new Losses.Count(2, 0));
    }

    @Test
    void after_aReset_tellsNothing() {
        Losses reset = Losses.NONE.before(List.of(new Decision.Reset(List.of("a"), CERTIFICATE)), false);

        assertThat(reset.after(four, held("a", "b"), ROOM, 1).full()).isEqualTo(Losses.NONE.full());
    }

    @Test
    void after_severalSteps_countsEachOfThemForEveryHypothesis() {
        Losses seen = Losses.NONE.after(four, held("a", "b"), ROOM, /* steps= */ 3);

        assertThat(seen.full()).isEqualTo(new Losses.Count(12, 2));
    }

    @Test
    void after_linesThatListedNothing_leavesOutWhatAnyPlanSinceDecidedOn() {
        Losses two = Losses.NONE
                .before(List.of(new Decision.Pursue("a", CERTIFICATE)), /* alsoLast= */ false)
                .before(List.of(new Decision.Pursue("b", CERTIFICATE)), /* alsoLast= */ true);
        Losses anew = Losses.NONE
                .before(List.of(new Decision.Reset(List.of("a"), CERTIFICATE)), /* alsoLast= */ false)
                .before(List.of(new Decision.Pursue("b", CERTIFICATE)), /* alsoLast= */ true);

        assertThat(two.after(four, held("c", "d"), ROOM, 2).full()).isEqualTo(new Losses.Count(4, 0));
        assertThat(anew.after(four, held("c", "d"), ROOM, 2).full()).isEqualTo(Losses.NONE.full());
    }

    /** The last line finds two of eight gone, of which seven were not worked on, and three steps since the list before. */
    @Test
    void answer_stepsThatPassedWithoutAList_areCountedOnceTheHypothesesAreListedAgain() throws JsonProcessingException {
        Decider decider = new Decider(PortfolioPolicy.withDefaults(), PolicyParameters.DEFAULT);
        for (String session : List.of("jump", "unlisted")) {
            decider.answer(line(session, 9, "a", "b", "c", "d", "e", "f", "g", "h"));
            if (session.equals("unlisted")) {
                decider.answer("{\"session\":\"unlisted\"}");
                decider.answer("{\"session\":\"unlisted\"}");
            }

            JsonNode found =
                    new ObjectMapper().readTree(decider.answer(line(session, 6, "a", "b", "c", "d", "e", "f")));

            assertThat(found.at("/certificates")
                            .findValue("h")
                            .get("provenance")
                            .asText())
                    .isEqualTo("estimated from 21");
        }
    }

    /** Everything fits. In one session two of eight are gone in the second line, in the other all are there; the one that was to be worked on tells nothing. */
    @Test
    void answer_whereWhatIsHeldInFullIsLost_makesRecordsThoughThereIsRoom() throws JsonProcessingException {
        Decider decider = new Decider(PortfolioPolicy.withDefaults(), PolicyParameters.DEFAULT);
        for (String session : List.of("lost", "kept")) {
            decider.answer(line(session, 6, "a", "b", "c", "d", "e", "f", "g", "h"));
        }

        JsonNode lost = new ObjectMapper().readTree(decider.answer(line("lost", 5, "a", "b", "c", "d", "e", "f")));
        JsonNode kept =
                new ObjectMapper().readTree(decider.answer(line("kept", 5, "a", "b", "c", "d", "e", "f", "g", "h")));

        assertThat(lost.at("/representations").toString()).contains("compressed");
        assertThat(lost.at("/decisions").toString()).doesNotContain("\"h\"");
        assertThat(lost.at("/certificates").findValue("h").get("provenance").asText())
                .isEqualTo("estimated from 7");
        assertThat(kept.at("/representations").toString()).doesNotContain("compressed");
    }

    /** Two of eight are gone in both sessions; in one the decisions left have become more, so that a verification has spoken. */
    @Test
    void answer_whatIsGoneInTheFirstLineOfAWindow_wasNotLost() throws JsonProcessingException {
        Decider decider = new Decider(PortfolioPolicy.withDefaults(), PolicyParameters.DEFAULT);
        decider.answer(withLag(line("same window", 6, "a", "b", "c", "d", "e", "f", "g", "h")));
        decider.answer(withLag(line("new window", 3, "a", "b", "c", "d", "e", "f", "g", "h")));

        JsonNode same = new ObjectMapper()
                .readTree(decider.answer(withLag(line("same window", 5, "a", "b", "c", "d", "e", "f"))));
        JsonNode next = new ObjectMapper()
                .readTree(decider.answer(withLag(line("new window", 5, "a", "b", "c", "d", "e", "f"))));

        assertThat(same.at("/representations").toString()).contains("compressed");
        assertThat(next.at("/representations").toString()).doesNotContain("compressed");
    }

    private static String withLag(String line) {
        return line.replace("\"cost\"", "\"lag\":5,\"cost\"");
    }

    private static String line(String session, int left, String... ids) {
        String routes = Stream.of(ids)
                .map(id ->
                        "{'id':'" + id + "','family':'of " + id + "','cost':100,'compressedCost':20,'aliasRisk':0.05}")
                .collect(Collectors.joining(","));
        return ("{'session':'" + session + "','pace':'one','budget':" + ROOM + ",'decisionsLeft':" + left
                        + ",'actions':['keep','compress','pursue'],'hypotheses':[" + routes + "]}")
                .replace('\'', '"');
    }

    private static Portfolio held(String... ids) {
        return new Portfolio(Stream.of(ids).map(id -> route(id, "of " + id)).toList());
    }

    private static Hypothesis route(String id, String family) {
        return Hypothesis.builder(id, new Family(family)).cost(100, 20, 5, 60).build();
    }
}

package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.RecordWork;
import dev.trimtab.controller.policy.StabilityController;
import dev.trimtab.controller.policy.StabilityController.Pace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a session learns of records that are worked on. */
final class RecordsSeenTest {
    private final StateReader reader = new StateReader(PolicyParameters.DEFAULT);
    private final StabilityController controller =
            new StabilityController(PortfolioPolicy.withDefaults(), PolicyParameters.DEFAULT);

    @Test
    void recordThatIsOneOfNoMoreTokensAfterWork_isWorkedOnInPlace() throws MalformedLineException {
        assertThat(learned(pursued("compressed"), "'representation':'compressed'"))
                .isEqualTo(RecordWork.IN_PLACE);
        assertThat(learned(pursued("compressed"), "'representation':'compressed','compressedCost':21"))
                .isEqualTo(RecordWork.UNSEEN);
    }

    @Test
    void recordThatIsWholeAfterWork_isBroughtInForIt() throws MalformedLineException {
        assertThat(learned(pursued("compressed"), "'representation':'full'")).isEqualTo(RecordWork.BROUGHT_IN);
    }

    @Test
    void lineThatDoesNotSayHowItIsHeld_tellsNothing() throws MalformedLineException {
        assertThat(learned(pursued("compressed"), "'promise':0.6")).isEqualTo(RecordWork.UNSEEN);
    }

    @Test
    void workOnAWholeOrNone_tellsNothing() throws MalformedLineException {
        Session untouched = read("'pace':'one','budget':500,'decisionsLeft':6,", "'cost':100,'family':'f'", null);

        assertThat(learned(pursued("full"), "'representation':'full'")).isEqualTo(RecordWork.UNSEEN);
        assertThat(learned(pursued("full"), "'representation':'compressed'")).isEqualTo(RecordWork.UNSEEN);
        assertThat(learned(untouched, "'representation':'compressed'")).isEqualTo(RecordWork.UNSEEN);
    }

    /** A record that stays one may have found no room, one that does not stay one has shown what work may take. */
    @Test
    void thatTheWholeWasBroughtIn_isNotForgotten_andCorrectsWhatSpokeAgainst() throws MalformedLineException {
        Session stayed = next(pursued("compressed"), "'representation':'compressed'");
        assertThat(learned(stayed, "'representation':'full'")).isEqualTo(RecordWork.BROUGHT_IN);

        Session came = next(stayed, "'representation':'full'");
        Session again = next(came, "'representation':'compressed'");
        assertThat(again.state().demand().records()).isEqualTo(RecordWork.BROUGHT_IN);
        assertThat(learned(again, "'representation':'compressed'")).isEqualTo(RecordWork.BROUGHT_IN);
    }

    /** Of a caller that has not said its pace a whole that was to be a record may be one still because only the first decision was carried out. */
    @Test
    void planOfAGuessedPace_tellsNothing() throws MalformedLineException {
        for (String pace : List.of("", "'pace':'all',")) {
            Session found = read(
                    pace + "'budget':500,'decisionsLeft':9,'actions':['pursue'],'workNeeded':9,",
                    "'family':'f','cost':100,'compressedCost':20,'promise':0.5,'representation':'compressed'",
                    null);
            Session worked = found.after(controller.decide(found.state(), found.room(), Pace.WHOLE_PLAN));

            assertThat(worked.pursued()).isNotNull();
            assertThat(learned(worked, "'representation':'full'"))
                    .isEqualTo(pace.isEmpty() ? RecordWork.UNSEEN : RecordWork.BROUGHT_IN);
        }
    }

    @Test
    void whatTheCallerSays_holdsUntilItSaysElse_whateverIsFound() throws MalformedLineException {
        Session said = decided(read("'recordWork':'in-place',", "'promise':0.5", pursued("compressed")));
        Session found = next(said, "'representation':'full'");
        Session elsewise = read("'recordWork':'brought-in',", "'representation':'compressed'", found);

        assertThat(said.state().demand().records()).isEqualTo(RecordWork.IN_PLACE);
        assertThat(found.state().demand().records()).isEqualTo(RecordWork.IN_PLACE);
        assertThat(elsewise.state().demand().records()).isEqualTo(RecordWork.BROUGHT_IN);
    }

    /** The whole does not fit, which only a caller that brings it in need heed. */
    @Test
    void whatTheCallerSaysInItsFirstLine_decidesWhetherARecordIsWorkedOn() throws MalformedLineException {
        for (String said : List.of("", "'recordWork':'in-place',", "'recordWork':'brought-in',")) {
            Session first = read(
                    said + "'pace':'one','budget':99,'decisionsLeft':1,'workNeeded':1,",
                    "'family':'f','cost':100,'compressedCost':20,'promise':0.5,'representation':'compressed'",
                    null);

            Decision decision = controller
                    .decide(first.state(), first.room(), Pace.ONE_DECISION)
                    .plan()
                    .decisions()
                    .get(0);

            assertThat(decision instanceof Decision.Pursue).isEqualTo(!said.contains("brought-in"));
        }
    }

    private RecordWork learned(Session before, String told) throws MalformedLineException {
        return read("", told, before).state().demand().records();
    }

    /** Returns the session after a decision that works on its only hypothesis. */
    private Session pursued(String held) throws MalformedLineException {
        String start = "'pace':'one','budget':500,'decisionsLeft':9,'actions':['pursue'],'workNeeded':9,";
        return decided(read(
                start,
                "'family':'f','cost':100,'compressedCost':20,'promise':0.5,'representation':'" + held + "'",
                null));
    }

    private Session next(Session before, String told) throws MalformedLineException {
        return decided(read("", told, before));
    }

    private Session decided(Session found) {
        StabilityController.Turn turn = controller.decide(found.state(), found.room(), Pace.ONE_DECISION);
        assertThat(turn.plan().decisions().get(0)).isInstanceOf(Decision.Pursue.class);
        return found.after(turn);
    }

    private Session read(String line, String route, @Nullable Session before) throws MalformedLineException {
        String text = "{" + line + "'hypotheses':[{'id':'a'," + route + "}]}";
        return reader.read(new RequestReader().read(text.replace('\'', '"')), before);
    }
}

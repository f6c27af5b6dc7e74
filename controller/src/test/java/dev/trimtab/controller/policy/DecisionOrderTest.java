package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes room comes no earlier than it is needed, and no later. */
final class DecisionOrderTest {
    private static final Certificate NONE = Certificate.atMost(Law.NONE, "a test", Map.of(), 0, 0);
    private final List<Hypothesis> hypotheses = List.of(route("a"), route("b"), route("c"));
    private final Decision work = new Decision.Pursue("c", NONE);

    @Test
    void with_roomForTheWorkAlready_putsItFirst() {
        assertThat(order(300, 0).with(List.of(work), 0, true)).startsWith(work).hasSize(3);
    }

    @Test
    void with_overTheBudget_makesAsMuchRoomAsTheWorkNeeds() {
        assertThat(order(250, 0).with(List.of(work), 0, true).indexOf(work)).isEqualTo(1);
        assertThat(order(250, 0).with(List.of(work), 60, true).indexOf(work)).isEqualTo(2);
        assertThat(order(250, 0).optional(0)).isEqualTo(1);
    }

    @Test
    void with_workThatShallWait_putsItLast() {
        assertThat(order(300, 0).with(List.of(work), 0, false)).endsWith(work);
    }

    /** The second shadow asks for 70 tokens of reserve, so that its retirement frees less than it seems to. */
    @Test
    void with_reserveThatALaterChangeAsksFor_keepsRoomForIt() {
        assertThat(order(300, 70).with(List.of(work), 90, true).indexOf(work)).isEqualTo(2);
        assertThat(order(300, 0).with(List.of(work), 90, true).indexOf(work)).isEqualTo(1);
    }

    private DecisionOrder order(int budget, int reserve) {
        DecisionOrder order = new DecisionOrder(hypotheses, budget, reserve);
        order.add(new Decision.Compress("a", NONE));
        order.add(new Decision.Retire("b", Representation.SHADOW, NONE));
        return order;
    }

    private static Hypothesis route(String id) {
        return Hypothesis.builder(id, new Family("f")).cost(100, 20, 2, 70).build();
    }
}

package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Evidence;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What of a session's evidence counts as work. */
final class WorkCountTest {
    /** Both were looked at before; the work on a gave no score, that on b the same score as before. */
    @Test
    void of_workThatFailed_countsForNone() throws MalformedLineException {
        List<Evidence> seen = List.of(
                look("a", OptionalDouble.of(1)),
                look("b", OptionalDouble.of(1)),
                look("a", OptionalDouble.empty()),
                look("b", OptionalDouble.of(1)));
        DecideRequest request = new RequestReader().read("{\"workNeeded\":2}");

        assertThat(WorkCount.of(request, /* before= */ null, seen, 2).left("a")).isEqualTo(2);
        assertThat(WorkCount.of(request, /* before= */ null, seen, 2).left("b")).isEqualTo(1);
    }

    private static Evidence look(String hypothesis, OptionalDouble value) {
        return new Evidence(hypothesis, /* from= */ null, 0, value, 0, /* effort= */ 1);
    }
}

package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContainerMakerTest {
    private final ContainerMaker self = ContainerMaker.self();

    @Test
    void parse_ownLabel_isThisProcess() {
        Map<String, String> labels = self.labels();

        ContainerMaker read =
                ContainerMaker.parse(labels.get(ContainerMaker.LABEL)).orElseThrow();

        assertThat(read.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(read.isGone()).isFalse();
    }

    @Test
    void parse_labelOfSomebodyElse_isNobody() {
        for (String label :
                new String[] {"", "a/b/c", "a/b/x/1", "a/b/1/-1", "a/b/1/2/3", "a/b/99999999999999999999/1"}) {
            assertThat(ContainerMaker.parse(label)).as(label).isEmpty();
        }
    }

    @Test
    void isGone_earlierBootOrReusedNumber_isCertain() {
        ContainerMaker before = new ContainerMaker("earlier", self.processes(), self.pid(), self.started());
        ContainerMaker reused = new ContainerMaker(
                self.boot(), self.processes(), self.pid(), self.started().minus(Duration.ofMinutes(1)));

        assertThat(before.isGone()).isTrue();
        assertThat(reused.isGone()).isTrue();
    }

    @Test
    void isGone_makerInAnotherProcessNamespace_isNotCertain() {
        ContainerMaker elsewhere = new ContainerMaker(self.boot(), "pid:[1]", Long.MAX_VALUE, self.started());

        assertThat(elsewhere.isGone()).isFalse();
    }
}

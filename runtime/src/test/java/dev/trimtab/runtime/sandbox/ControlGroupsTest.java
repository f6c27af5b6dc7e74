package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.sandbox.ControlGroups.Controller;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where groups are made. That they hold is shown by the sandbox's contract, for version 2 by {@link VersionTwoGroupsTest}. */
final class ControlGroupsTest {
    private static final Path SLICE = Path.of("/sys/fs/cgroup/user.slice");
    private static final Path INNER = SLICE.resolve("user-1000.slice");

    @Test
    void shared_oneParentBeneathTheOther_isTheOuterForBoth() {
        Map<Controller, Path> both = Map.of(Controller.MEMORY, SLICE, Controller.PIDS, SLICE);

        assertThat(ControlGroups.shared(Map.of(Controller.MEMORY, SLICE, Controller.PIDS, INNER)))
                .isEqualTo(both);
        assertThat(ControlGroups.shared(Map.of(Controller.MEMORY, INNER, Controller.PIDS, SLICE)))
                .isEqualTo(both);
    }

    @Test
    void shared_hierarchiesOfTheirOwn_staySo() {
        Map<Controller, Path> versionOne = Map.of(
                Controller.MEMORY, Path.of("/sys/fs/cgroup/memory/job"),
                Controller.PIDS, Path.of("/sys/fs/cgroup/pids"));

        assertThat(ControlGroups.shared(versionOne)).isEqualTo(versionOne);
    }
}

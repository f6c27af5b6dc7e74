package dev.trimtab.runtime.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of a process works on a directory; between processes the system sees to it, as KilledRunTest shows. */
final class RunLockTest {
    @TempDir
    private Path dir;

    @Test
    void take_heldByThisProcess_isRefusedAndStaysHeld() {
        RunDirectory run = RunDirectory.create(dir.resolve("run"));

        try (RunLock held = RunLock.take(run)) {
            assertThatThrownBy(() -> RunLock.take(held.run()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("is being run right now");
            assertThatThrownBy(() -> RunLock.take(held.run())).isInstanceOf(UserError.class);
        }
    }

    @Test
    void holder_isTheProcessThatHasIt_andNoneOnceItIsGivenBack() throws Exception {
        RunDirectory run = RunDirectory.create(dir.resolve("run"));
        assertThat(RunLock.holder(run)).isEmpty();

        try (RunLock held = RunLock.take(run)) {
            assertThat(RunLock.holder(held.run())).contains(ProcessHandle.current());
        }
        assertThat(RunLock.holder(run)).isEmpty();
    }

    @Test
    void holder_readsBackWhatItWrote_andRefusesAnotherMachineOrProcess() {
        LockHolder self = LockHolder.self();
        Path path = dir.resolve("lock");

        assertThat(LockHolder.parse(self.toString())).isEqualTo(self);
        assertThat(self.process(path)).isEqualTo(ProcessHandle.current());
        assertThatThrownBy(() -> new LockHolder(self.pid(), self.begun(), "elsewhere.invalid").process(path))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("elsewhere.invalid");
        assertThatThrownBy(() -> new LockHolder(self.pid(), self.begun() - 1000, self.host()).process(path))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it cannot be told");
        assertThatThrownBy(() -> LockHolder.parse("")).isInstanceOf(UserError.class);
    }

    @Test
    void close_givesItBack() throws Exception {
        RunDirectory run = RunDirectory.create(dir.resolve("run"));
        RunLock.take(run).close();

        try (RunLock again = RunLock.take(run)) {
            assertThat(again.run()).isEqualTo(run);
        }
        try (FileChannel file = FileChannel.open(run.root().resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(file.tryLock()).isNotNull();
        }
    }
}

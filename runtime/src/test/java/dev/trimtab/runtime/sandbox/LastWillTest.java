package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.InfrastructureError;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LastWillTest {
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final LastWill<String> will = new LastWill<>(this::end);

    private void end(String thing) {
        if (thing.equals("stubborn")) {
            throw new IllegalStateException(thing);
        }
        ended.add(thing);
    }

    @Test
    void endAll_whileOneIsBeingMade_waitsForItAndEndsIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread maker = new Thread(() -> will.make(() -> {
            begun.countDown();
            await(go);
            return "late";
        }));
        maker.start();
        await(begun);
        Thread ending = new Thread(will::endAll);
        ending.start();
        while (ending.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(ended).isEmpty();

        go.countDown();
        ending.join();
        maker.join();

        assertThat(ended).containsExactly("late");
    }

    @Test
    void make_afterTheEnd_isRefused() {
        will.endAll();

        assertThatThrownBy(() -> will.make(() -> "new")).isInstanceOf(InfrastructureError.class);
        assertThat(ended).isEmpty();
    }

    @Test
    void endAll_whereOneCannotBeEnded_endsTheOthersAndSaysSo() {
        for (String thing : List.of("a", "stubborn", "z")) {
            will.make(() -> thing);
        }

        assertThatThrownBy(will::endAll).hasMessage("stubborn");
        assertThat(ended).containsExactlyInAnyOrder("a", "z");
    }

    @Test
    void endAll_whileOneIsBeingEndedByAnother_doesNotLeaveBeforeThat() throws Exception {
        requireLastWaits(slow -> slow.end("slow"), Thread.State.WAITING);
    }

    @Test
    void endAll_whileAnotherEndsAll_waitsForIt() throws Exception {
        requireLastWaits(LastWill::endAll, Thread.State.BLOCKED);
        assertThat(ended).hasSize(1);
    }

    /** Ends all while another thread is still at ending, and waits until it waits. */
    private void requireLastWaits(Consumer<LastWill<String>> other, Thread.State waiting) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        LastWill<String> slow = new LastWill<>(thing -> {
            begun.countDown();
            await(go);
            ended.add(thing);
        });
        slow.make(() -> "slow");
        Thread first = new Thread(() -> other.accept(slow));
        first.start();
        await(begun);
        Thread last = new Thread(slow::endAll);
        last.start();
        while (last.getState() != waiting) {
            Thread.onSpinWait();
        }
        assertThat(ended).isEmpty();

        go.countDown();
        last.join();

        assertThat(ended).contains("slow");
        first.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things outside of this process that must not outlive it, such as containers. What is being made while the process begins to end is waited for, so that
 * nothing is left of it, and nothing new is made from then on. Thread-safe.
 *
 * @param <T> what they are
 */
final class LastWill<T> {
    private final Consumer<T> end;
    private final Set<T> living = ConcurrentHashMap.newKeySet();
    /** Makers hold it together, the end alone. */
    private final ReentrantReadWriteLock making = new ReentrantReadWriteLock();

    private boolean over;

    /** @param end ends one; it may be called more than once for the same, and by several threads */
    LastWill(Consumer<T> end) {
        this.end = end;
    }

    /**
     * Makes one that is ended with this process unless it is ended before.
     *
     * @throws InfrastructureError if the process ends
     */
    T make(Supplier<T> maker) {
        making.readLock().lock();
        try {
            if (over) {
                throw new InfrastructureError("this process is ending, so that nothing is begun any more");
            }
            T made = maker.get();
            living.add(made);
            return made;
        } finally {
            making.readLock().unlock();
        }
    }

    /** Ends one. Only then is it forgotten, so that a process that ends meanwhile does not leave before it is done. */
    void end(T thing) {
        end.accept(thing);
        living.remove(thing);
    }

    /**
     * Ends all that live, however some of them fail to. Who comes while another does so waits for it.
     *
     * @throws RuntimeException the first failure
     */
    synchronized void endAll() {
        making.writeLock().lock();
        try {
            over = true;
        } finally {
            making.writeLock().unlock();
        }
        RuntimeException first = null;
        for (T thing : living) {
            first = failure(thing, first);
        }
        if (first != null) {
            throw first;
        }
    }

    private @Nullable RuntimeException failure(T thing, @Nullable RuntimeException before) {
        try {
            end(thing);
            return before;
        } catch (RuntimeException e) {
            return before == null ? e : before;
        }
    }
}

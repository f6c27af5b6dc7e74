package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sends signals for which Java has no method. */
final class Signals {
    private Signals() {}

    /**
     * Sends a signal to processes; those that have ended do not hear it.
     *
     * @param name the signal's name, such as {@code STOP}
     */
    static void send(String name, Collection<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        List<String> argv =
                new ArrayList<>(List.of("/bin/sh", "-c", "for pid; do kill -" + name + " \"$pid\"; done", "sh"));
        pids.forEach(pid -> argv.add(pid.toString()));
        try {
            new ProcessBuilder(argv)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new InfrastructureError("cannot send a signal", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while a signal was sent", e);
        }
    }
}

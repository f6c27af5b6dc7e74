package dev.trimtab.benchmark.decide;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

/** Reads lines to the end of the input and answers each before it reads the next; empty lines are skipped. */
public final class DecideLoop {
    private DecideLoop() {}

    /**
     * Runs to the end of the input.
     *
     * @throws InfrastructureError if the input cannot be read
     */
    public static void run(Decider decider, BufferedReader in, PrintWriter out) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    out.println(decider.answer(line));
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot read standard input: " + IoReason.of(e), e);
        }
    }
}

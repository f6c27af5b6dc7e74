package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.sandbox.Limits;

/**
 * Everything that an execution's result depends on, but for what the workspace's output folders hold before it.
 *
 * @param program the solution's whole text
 * @param dataHash hash of the public data that it can read
 * @param kernel {@link Kernel#name()} and {@link Kernel#version()}
 * @param limits what it may use
 */
public record ExecutionKey(String program, String dataHash, String kernel, Limits limits) {
    /** Returns the key of a program under a kernel. */
    public static ExecutionKey of(Kernel kernel, String program, String dataHash, Limits limits) {
        return new ExecutionKey(program, dataHash, kernel.name() + " " + kernel.version(), limits);
    }

    /** Returns a hash of the key, as hexadecimal digits. */
    String digest() {
        String joined = String.join("\u0000", program, dataHash, kernel, limits.toString());
        return Sha256.of(joined);
    }
}

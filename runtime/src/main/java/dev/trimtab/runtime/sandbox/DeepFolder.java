package dev.trimtab.runtime.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A folder whose path is about to become longer than the system takes. A program can nest folders beyond that, step by step, and nobody who
 * names files by their path could then read or delete what is in there; tools that go step by step can.
 *
 * @param path the folder
 */
record DeepFolder(Path path) {
    /** The system takes 4095 bytes; what lies in the folder must still be named. */
    private static final int LONGEST_PATH_BYTES = 3500;

    private static final String DELETE = "chmod -R u+rwx -- \"$0\"; exec rm -rf -- \"$0\"";

    static boolean is(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH_BYTES;
    }

    /** Deletes the folder and all that is nested in it. */
    void delete() throws IOException {
        Process deletion = new ProcessBuilder("/bin/sh", "-c", DELETE, path.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (deletion.waitFor() != 0) {
                throw new IOException("folders nested too deep could not be deleted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while deleting folders nested too deep", e);
        }
    }
}

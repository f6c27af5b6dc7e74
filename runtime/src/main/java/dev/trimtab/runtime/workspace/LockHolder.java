package dev.trimtab.runtime.workspace;

import dev.trimtab.runtime.UserError;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who has a lock, as its file says.
 *
 * @param pid the process
 * @param begun when the process began, in seconds since 1970, 0 where the system does not tell
 * @param host the machine's name
 */
record LockHolder(long pid, long begun, String host) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+)");

    /** The system counts from when it was started, and that moves as its clock is set right. */
    private static final long CLOCK_SECONDS = 60;

    /** Returns this process. */
    static LockHolder self() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        ProcessHandle process = ProcessHandle.current();
        return new LockHolder(process.pid(), begun(process), name.substring(name.indexOf('@') + 1));
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws UserError if the text is another, as an older version left it
     */
    static LockHolder parse(String text) {
        Matcher said = FORM.matcher(text);
        if (!said.matches()) {
            throw new UserError("the lock does not say which process has it; end that process yourself");
        }
        return new LockHolder(Long.parseLong(said.group(1)), Long.parseLong(said.group(2)), said.group(3));
    }

    /**
     * Returns the process.
     *
     * @param path the lock, for the error
     * @throws UserError if it is not of this machine
     */
    ProcessHandle process(Path path) {
        if (!host.equals(self().host())) {
            throw new UserError(path + " is held by process " + pid + " of the machine " + host + "; end it there");
        }
        return ProcessHandle.of(pid)
                .filter(process -> Math.abs(begun(process) - begun) <= CLOCK_SECONDS)
                .orElseThrow(() -> new UserError(path + " is held, but not by process " + pid
                        + " that took it; it cannot be told who works there"));
    }

    /** Tells a process from a later one of the same number. */
    private static long begun(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }

    @Override
    public String toString() {
        return pid + " " + begun + " " + host;
    }
}

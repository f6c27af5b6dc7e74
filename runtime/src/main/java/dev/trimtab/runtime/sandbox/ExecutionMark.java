package dev.trimtab.runtime.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tells the processes of one execution from all others on the machine.
 *
 * @param uid the user they run as, where they have one of their own
 * @param variable a line of their environment, where nothing better tells them apart
 */
record ExecutionMark(int uid, String variable) {
    /** Far above accounts, system users and subordinate uids; nothing needs an account there. */
    private static final int FIRST_UID = 2_100_000_000;

    /** More than a run has executions: what the kernel keeps for a uid, such as a keyring, is there for the next program that has it. */
    static final int UIDS_PER_PROCESS = 4_000;

    private static final int PROCESSES_WITH_UIDS = 10_000;

    /** Uids of executions that are not over: one that is held may outlast a hundred others. */
    private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

    /** Returns whether the mark is now this execution's alone until it is {@linkplain #release() released}. */
    boolean take() {
        return TAKEN.add(uid);
    }

    /** Lets another execution have the uid. */
    void release() {
        TAKEN.remove(uid);
    }

    /** Returns the mark of an execution of this process, by its number. */
    static ExecutionMark of(long serial) {
        long pid = ProcessHandle.current().pid();
        int uid = FIRST_UID + (int) (pid % PROCESSES_WITH_UIDS) * UIDS_PER_PROCESS + (int) (serial % UIDS_PER_PROCESS);
        return new ExecutionMark(uid, "TRIMTAB_EXECUTION=" + pid + "-" + serial);
    }
}

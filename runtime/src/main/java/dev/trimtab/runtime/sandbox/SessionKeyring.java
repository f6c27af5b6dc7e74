package dev.trimtab.runtime.sandbox;

import com.sun.jna.Function;
import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLibrary;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's session keyring: a login keeps keys there, and every program inherits it, whatever its uid and namespaces. No tool that each
 * Linux has can change it, so the kernel is asked directly.
 */
final class SessionKeyring {
    /** KEYCTL_JOIN_SESSION_KEYRING of {@code keyctl(2)}: with no name it makes a new one. */
    private static final long JOIN = 1;

    /** The number of {@code keyctl}, for which the C library has no function, by processor. */
    private static final Map<String, Long> NUMBERS =
            Map.of("amd64", 250L, "aarch64", 219L, "riscv64", 219L, "ppc64le", 271L, "s390x", 280L);

    /** No such call, or a filter that forbids it and that programs inherit: no keys either way. */
    private static final Set<Integer> NO_KEYS = Set.of(/* ENOSYS */ 38, /* EPERM */ 1);

    private static final @Nullable Function SYSCALL = find();

    private SessionKeyring() {}

    /** Returns whether programs can be kept from the caller's keys here. */
    static boolean canBeLeft() {
        return SYSCALL != null;
    }

    /**
     * Gives this thread, and what it starts from now on, a new and empty keyring in the place of the caller's. Other threads keep theirs; where
     * it {@linkplain #canBeLeft() cannot be left} nothing changes.
     *
     * @throws IllegalStateException if the kernel has keys and gives no new keyring
     */
    static void leave() {
        if (SYSCALL == null) {
            return;
        }
        try {
            SYSCALL.invokeLong(new Object[] {number(), JOIN, null});
        } catch (LastErrorException refused) {
            if (!NO_KEYS.contains(refused.getErrorCode())) {
                throw new IllegalStateException("the kernel gives no new keyring", refused);
            }
        }
    }

    private static @Nullable Long number() {
        return System.getProperty("os.name").equals("Linux") ? NUMBERS.get(System.getProperty("os.arch")) : null;
    }

    private static @Nullable Function find() {
        try {
            return number() == null
                    ? null
                    : NativeLibrary.getInstance("c").getFunction("syscall", Function.THROW_LAST_ERROR);
        } catch (LinkageError unloadable) {
            // JNA unpacks a library, which may not be run from everywhere.
            return null;
        }
    }
}

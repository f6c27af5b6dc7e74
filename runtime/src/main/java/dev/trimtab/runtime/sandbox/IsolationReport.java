package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.sandbox.ControlGroups.Controller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts into words what a level and the usable control groups amount to. */
final class IsolationReport {
    private static final List<String> NAMESPACES = List.of("mount", "pid", "network", "ipc", "uts");

    private IsolationReport() {}

    static Isolation of(Level level, ControlGroups groups) {
        boolean walled = level.isolatesFiles();
        List<String> namespaces = walled ? NAMESPACES : List.of();
        String uid = switch (level) {
            case NAMESPACES, UID -> "a dedicated unprivileged uid";
            case USER_NAMESPACES -> "the caller's uid in a user namespace, without capabilities";
            case WATCHED -> "the caller's uid";
        };
        boolean sees = Files.isDirectory(Path.of("/proc/self"));
        String memory = groups.parents().containsKey(Controller.MEMORY)
                ? "memory control group"
                : sees ? "watch on resident memory" : "the kernel's own flags only";
        String pids = groups.parents().containsKey(Controller.PIDS) ? "pids control group and " : "";
        String processes = level == Level.WATCHED ? (sees ? "watch" : "none") : pids + "RLIMIT_NPROC";
        String description = (walled
                        ? "own " + String.join(", ", namespaces) + " namespaces"
                        : "NO namespaces: files outside the workspace, private answers among them, may be readable")
                + "; " + uid + "; memory by " + memory + "; processes by " + processes
                + (walled ? "; network closed" : "; network OPEN")
                + (walled && !SessionKeyring.canBeLeft() ? "; the caller's kernel keys READABLE" : "");
        return new Isolation(namespaces, uid, memory, processes, walled, !walled, description);
    }
}

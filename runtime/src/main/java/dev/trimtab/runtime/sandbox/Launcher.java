package dev.trimtab.runtime.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the command line that confines a program: limits first, then namespaces, then the loss of every privilege,
 * then the program with an environment built from nothing.
 *
 * @param level how far to isolate
 * @param script the extracted {@code enter.sh}
 * @param root empty directory to mount on
 * @param hidden directories that must stay unseen even where a shown directory contains them
 */
record Launcher(Level level, Path script, Path root, List<Path> hidden) {
    private static final long CPU_GRACE_SECONDS = 2;

    /** Above what the watch and the control group allow, so that they see who reaches for more. */
    private static final int PROCESS_SLACK = 16;

    private static final List<Path> SYSTEM = List.of(Path.of("/usr"), Path.of("/lib"), Path.of("/lib64"));

    List<String> argv(Command command, Limits limits, ExecutionMark mark, Path status, List<Path> groups) {
        List<String> argv = new ArrayList<>();
        if (level.isolatesFiles()) {
            // What these tools say themselves must not mix with what the program prints.
            argv.addAll(List.of("/bin/sh", "-c", "exec 2>>\"$0\"; exec \"$@\"", status.toString()));
        }
        if (SystemTools.have("setpriv")) {
            argv.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        }
        if (level.isolatesFiles()) {
            argv.addAll(namespaces());
            argv.addAll(List.of("/bin/sh", script.toString(), root.toString()));
            argv.add(command.workspace().toString());
            argv.add(Integer.toString(level == Level.NAMESPACES ? mark.uid() : 0));
            argv.add(Long.toString(Math.min(limits.diskBytes(), limits.memoryBytes())));
            argv.add(level == Level.NAMESPACES ? "root" : "user");
            groups.forEach(group -> argv.add(group.toString()));
            argv.add("--");
            argv.addAll(views(command));
            argv.add("--");
        }
        argv.addAll(resourceLimits(limits));
        argv.addAll(privileges(mark.uid()));
        argv.addAll(environment(command.environment()));
        if (level == Level.WATCHED) {
            argv.add(mark.variable());
        }
        argv.addAll(program(command, limits));
        return argv;
    }

    private List<String> namespaces() {
        List<String> argv = new ArrayList<>(List.of("unshare"));
        if (level == Level.USER_NAMESPACES) {
            argv.addAll(List.of("--user", "--map-root-user"));
        }
        argv.addAll(List.of("--pid", "--mount", "--net", "--ipc", "--uts", "--fork", "--kill-child"));
        return argv;
    }

    /** Outer directories come before inner ones, so that a mask never covers what was shown on purpose. */
    private List<String> views(Command command) {
        record View(String kind, Path path) {}
        List<View> views = new ArrayList<>();
        hidden.forEach(path -> views.add(new View("mask", path)));
        for (Path path : command.readable()) {
            if (path.startsWith(command.workspace())) {
                views.add(new View("within", path));
            } else if (isCovered(path) || SYSTEM.stream().noneMatch(path::startsWith)) {
                views.add(new View("bind", path));
            }
        }
        views.sort(Comparator.comparingInt(view -> view.path().getNameCount()));
        List<String> argv = new ArrayList<>();
        views.forEach(view -> argv.addAll(List.of(view.kind(), view.path().toString())));
        return argv;
    }

    private boolean isCovered(Path path) {
        return hidden.stream().anyMatch(path::startsWith);
    }

    private List<String> resourceLimits(Limits limits) {
        if (!SystemTools.have("prlimit")) {
            return List.of();
        }
        List<String> argv = new ArrayList<>(List.of("prlimit", "--core=0", "--fsize=" + limits.fileBytes()));
        argv.add("--cpu=" + cpuSeconds(limits));
        if (level != Level.WATCHED) {
            // As an ordinary user without namespaces this would count the user's other processes too.
            argv.add("--nproc=" + (limits.processes() + PROCESS_SLACK));
        }
        return argv;
    }

    private static long cpuSeconds(Limits limits) {
        return limits.cpuTime().toSeconds() + CPU_GRACE_SECONDS;
    }

    private List<String> privileges(int uid) {
        if (!SystemTools.have("setpriv")) {
            return List.of();
        }
        List<String> argv = new ArrayList<>(List.of("setpriv", "--no-new-privs", "--pdeathsig", "KILL"));
        if (level.changesUid()) {
            argv.addAll(List.of("--reuid", Integer.toString(uid), "--regid", Integer.toString(uid), "--clear-groups"));
        }
        if (level != Level.WATCHED) {
            argv.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        }
        return argv;
    }

    private static List<String> environment(Map<String, String> environment) {
        List<String> argv = new ArrayList<>(List.of("env", "-i"));
        argv.addAll(SystemTools.signals());
        new TreeMap<>(environment).forEach((name, value) -> argv.add(name + "=" + value));
        return argv;
    }

    private List<String> program(Command command, Limits limits) {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c"));
        if (level.isolatesFiles()) {
            // The shell stays as the namespace's first process: it reaps orphans, and signals keep their meaning.
            argv.addAll(List.of("cd \"$0\" && \"$@\"; exit $?", Command.WORKSPACE));
        } else if (SystemTools.have("prlimit")) {
            argv.addAll(List.of("cd \"$0\" && exec \"$@\"", command.workspace().toString()));
        } else {
            long blocks = limits.fileBytes() / 512;
            String set = "ulimit -c 0; ulimit -f " + blocks + "; ulimit -t " + cpuSeconds(limits) + "; ";
            argv.addAll(List.of(
                    set + "cd \"$0\" && exec \"$@\"", command.workspace().toString()));
        }
        argv.addAll(command.argv());
        return argv;
    }
}

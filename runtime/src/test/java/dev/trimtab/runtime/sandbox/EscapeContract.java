package dev.trimtab.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Ways out of a container that public lists of escapes name, tried in every sandbox. A program says of each attempt
 * whether it was refused; none may be allowed.
 */
abstract class EscapeContract extends SandboxFixture {
    /** Files of the host that a way out would write to, and that nothing here may change. */
    private static final String[] HOST_SWITCHES = {
        "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/kernel/hostname"
    };

    /** Defines {@code attempt(name, action)}: an action that raises, or that returns a negative number, was refused. */
    private static final String ATTEMPTS = """
            import ctypes, os, socket, struct
            libc = ctypes.CDLL(None, use_errno=True)
            def attempt(name, action):
                try:
                    result = action()
                except (OSError, ValueError) as e:
                    print(name, 'refused', type(e).__name__)
                else:
                    refused = type(result) is int and result < 0
                    print(name, 'refused' if refused else 'ALLOWED')
            def write(path):
                with open(path, 'w') as f: f.write('1')
            """;

    @Test
    void run_looksForAnEnginesSocket_findsNone() {
        ExecutionResult result = shell("find / -type s 2>/dev/null; ls /run/docker.sock /var/run/docker.sock"
                + " /run/containerd/containerd.sock /run/podman/podman.sock 2>/dev/null; echo looked");

        assertThat(result.output()).isEqualTo("looked\n");
    }

    @Test
    void run_writesKernelSwitches_isRefused() throws IOException {
        Map<String, String> before = switches();

        everyAttemptIsRefused("""
                for path in ['/proc/sys/kernel/core_pattern', '/proc/sys/kernel/modprobe', '/proc/sys/kernel/hostname',
                             '/proc/sys/vm/panic_on_oom', '/proc/sysrq-trigger', '/sys/kernel/uevent_helper',
                             '/sys/kernel/mm/transparent_hugepage/enabled', '/proc/sys/fs/binfmt_misc/register']:
                    attempt(path, lambda: write(path))
                attempt('oom score', lambda: os.write(os.open('/proc/self/oom_score_adj', os.O_WRONLY), b'-1000'))
                """);

        assertThat(switches()).isEqualTo(before);
    }

    @Test
    void run_makesAControlGroupWithAReleaseAgent_isRefused() {
        everyAttemptIsRefused("""
                import glob
                for root in ['/sys/fs/cgroup'] + glob.glob('/sys/fs/cgroup/*/'):
                    attempt('mkdir ' + root, lambda: os.mkdir(os.path.join(root, 'trimtab-escape')))
                    for name in ['release_agent', 'notify_on_release', 'cgroup.procs', 'devices.allow']:
                        attempt(root + ' ' + name, lambda: write(os.path.join(root, name)))
                os.mkdir('/tmp/group')
                for kind in [b'cgroup', b'cgroup2']:
                    attempt('mount ' + kind.decode(), lambda: libc.mount(kind, b'/tmp/group', kind, 0, b'memory'))
                """);
    }

    @Test
    void run_mountsAndUnmounts_isRefused() {
        everyAttemptIsRefused("""
                os.mkdir('/tmp/m')
                BIND, REMOUNT, MOVE = 4096, 32, 8192
                attempt('proc', lambda: libc.mount(b'proc', b'/tmp/m', b'proc', 0, None))
                attempt('sysfs', lambda: libc.mount(b'sysfs', b'/tmp/m', b'sysfs', 0, None))
                attempt('tmpfs', lambda: libc.mount(b'x', b'/tmp/m', b'tmpfs', 0, None))
                attempt('overlay', lambda: libc.mount(b'x', b'/tmp/m', b'overlay', 0, b'lowerdir=/,upperdir=/tmp,workdir=/tmp/m'))
                attempt('bind', lambda: libc.mount(b'/', b'/tmp/m', None, BIND, None))
                attempt('remount', lambda: libc.mount(None, b'/', None, REMOUNT | BIND, None))
                attempt('move', lambda: libc.mount(b'/workspace', b'/tmp/m', None, MOVE, None))
                attempt('umount', lambda: libc.umount2(b'/proc', 2))
                attempt('chroot', lambda: libc.chroot(b'/tmp'))
                attempt('unshare', lambda: libc.unshare(0x00020000 | 0x10000000))
                for kind in ['mnt', 'pid', 'net', 'user']:
                    attempt('setns ' + kind, lambda: libc.setns(os.open('/proc/1/ns/' + kind, os.O_RDONLY), 0))
                """);
    }

    @Test
    void run_reachesForDevices_isRefused() {
        everyAttemptIsRefused("""
                import stat
                for kind, major, minor in [(stat.S_IFBLK, 8, 0), (stat.S_IFBLK, 254, 0), (stat.S_IFCHR, 1, 1)]:
                    for folder in ['/workspace', '/tmp']:
                        path = folder + '/device%d-%d' % (major, minor)
                        attempt('mknod ' + path, lambda: os.mknod(path, kind | 0o666, os.makedev(major, minor)))
                for path in ['/dev/mem', '/dev/kmem', '/dev/port', '/dev/kmsg', '/dev/sda', '/dev/vda', '/dev/fuse', '/dev/kvm',
                             '/dev/net/tun', '/dev/loop-control', '/proc/kcore', '/proc/kmsg']:
                    attempt(path, lambda: open(path, 'rb').read(1) or -1) # engines show an empty file in the place of some
                """);
    }

    @Test
    void run_usesSetuidPrograms_gainsNothing() {
        ExecutionResult result =
                shell("cp /bin/sh mine && chmod 6755 mine && ./mine -p -c 'grep CapEff /proc/self/status';"
                        + " for p in su sudo mount newgrp passwd chsh; do"
                        + " $(command -v $p || echo false) -c 'grep CapEff /proc/self/status' </dev/null 2>/dev/null; done;"
                        + " echo; find / -xdev -perm -4000 -type f -exec sh -c 'exec \"$0\" --version' {} \\; >/dev/null 2>&1;"
                        + " grep CapEff /proc/self/status");

        assertThat(result.output().lines().filter(line -> line.startsWith("CapEff")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("0000000000000000"));
    }

    @Test
    void run_asksTheKernelForPower_isRefused() {
        everyAttemptIsRefused("""
                attempt('setuid 12345', lambda: os.setuid(12345))
                attempt('setgroups', lambda: os.setgroups([0, 42]))
                header, data = struct.pack('Ii', 0x20080522, 0), struct.pack('6I', *[0xffffffff] * 6)
                attempt('capset', lambda: libc.capset(header, data))
                attempt('sethostname', lambda: libc.sethostname(b'x', 1))
                attempt('swapon', lambda: libc.swapon(b'/tmp/none', 0))
                attempt('acct', lambda: libc.acct(b'/tmp/none'))
                attempt('clock', lambda: __import__('time').clock_settime(0, 0))
                attempt('reboot', lambda: libc.reboot(0))
                attempt('nice', lambda: os.nice(-20))
                attempt('real time', lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)))
                attempt('file handle', lambda: libc.open_by_handle_at(3, struct.pack('IIQ', 8, 1, 2), 0))
                attempt('raw socket', lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
                attempt('packet socket', lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 1))
                import resource
                attempt('file size', lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 50, 1 << 50)))
                attempt('processor time', lambda: resource.setrlimit(resource.RLIMIT_CPU, (1 << 40, 1 << 40)))
                """);
    }

    @Test
    void run_asksForRarelyUsedKernelServices_isRefused() {
        everyAttemptIsRefused("""
                x86 = os.uname().machine == 'x86_64'
                def call(number, other, *arguments): return libc.syscall(number if x86 else other, *arguments)
                code = ctypes.create_string_buffer(struct.pack('QQ', 0xb7, 0x95), 16) # returns 0
                terms = ctypes.create_string_buffer(b'GPL')
                filter = struct.pack('IIQQ', 2, 2, ctypes.addressof(code), ctypes.addressof(terms))
                attempt('kernel program', lambda: call(321, 280, 5, filter + bytes(96), 120))
                attempt('counters of all', lambda: call(298, 241, struct.pack('IIQ', 0, 128, 0) + bytes(112), -1, 0, -1, 0))
                attempt('trace point', lambda: call(298, 241, struct.pack('IIQ', 2, 128, 1) + bytes(112), -1, 0, -1, 0))
                attempt('another kernel', lambda: call(246, 104, 0, 0, None, 0))
                attempt('module', lambda: call(175, 105, b'x', 1, b''))
                attempt('module of a file', lambda: call(313, 273, os.open('/bin/sh', os.O_RDONLY), b'', 0))
                attempt('kernel log', lambda: libc.klogctl(3, ctypes.create_string_buffer(100), 100))
                attempt('clearing the kernel log', lambda: libc.klogctl(5, None, 0))
                attempt('another root', lambda: call(155, 41, b'/tmp', b'/tmp'))
                attempt('file system', lambda: call(430, 430, b'tmpfs', 0))
                attempt('copy of the mounts', lambda: call(428, 428, -100, b'/', 1))
                attempt('rights of a mount', lambda: call(442, 442, -100, b'/', 0, struct.pack('QQQQ', 0, 1, 0, 0), 32))
                attempt('faults of the kernel', lambda: call(323, 282, 0))
                attempt('quota', lambda: call(179, 60, 0x800001 << 8, b'/', 0, None))
                attempt('watch of all files', lambda: call(300, 262, 0, 0))
                attempt('ports', lambda: libc.ioperm(0x80, 1, 1) if x86 else -1)
                attempt('hanging up', lambda: libc.vhangup())
                attempt('terminal', lambda: os.open('/dev/tty', os.O_RDWR))
                attempt('hard link to the system', lambda: os.link('/etc/passwd', '/workspace/passwd'))
                """);
    }

    @Test
    void run_changesItsNetwork_isRefused() {
        everyAttemptIsRefused("""
                import fcntl
                def ask(protocol, kind, payload):
                    s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
                    s.settimeout(5)
                    s.send(struct.pack('IHHII', 16 + len(payload), kind, 5, 1, 0) + payload)
                    return struct.unpack('i', s.recv(4096)[16:20])[0]
                attempt('link', lambda: ask(0, 16, struct.pack('BxHiII', 0, 0, 1, 1, 1)))
                attempt('address', lambda: ask(0, 20, struct.pack('BBBBIHH4B', 2, 8, 0, 0, 1, 8, 2, 10, 9, 8, 7)))
                attempt('route', lambda: ask(0, 24, struct.pack('8BI', 2, 0, 0, 0, 254, 3, 253, 1, 0)))
                attempt('audit', lambda: ask(9, 1000, b''))
                up = struct.pack('16sh14x', b'lo', 1)
                attempt('flags', lambda: fcntl.ioctl(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), 0x8914, up))
                """);
    }

    @Test
    void run_looksThroughProc_seesItsOwnProcessesAndNoOpenDoor() {
        ExecutionResult result = python(ATTEMPTS + """
                pids = [p for p in os.listdir('/proc') if p.isdigit()]
                print('processes', len(pids), 'of others', sum(os.stat('/proc/' + p).st_uid != os.getuid() for p in pids))
                print('folders held open', [f for f in os.listdir('/proc/self/fd') if os.path.isdir('/proc/self/fd/' + f)
                                            and not os.path.realpath('/proc/self/fd/' + f).startswith('/proc/')])
                for path in ['/proc/1/root', '/proc/1/cwd', '/proc/self/root/../..', '/proc/self/cwd/../..']:
                    try: print('out by', path, os.path.exists(path + '/%s'))
                    except OSError: print('out by', path, False)
                try: open('/proc/1/exe', 'r+b'); print('program of the first process ALLOWED')
                except OSError: print('program of the first process refused')
                """.formatted(checkout().resolve("pom.xml")));

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(result.output())
                .contains("of others 0\n", "folders held open []", "program of the first process refused")
                .doesNotContain("True")
                .containsPattern("processes [1-9]\\b");
    }

    @Test
    void run_keepsAKeyInTheKernel_isNotFoundByTheNextProgram() {
        String keys = ATTEMPTS + """
                def call(number, *arguments): return libc.syscall(number, *arguments)
                add, request = (248, 249) if os.uname().machine == 'x86_64' else (217, 218)
                """;

        python(keys + "call(add, b'user', b'kept', b'labels', 6, -3); call(add, b'user', b'kept', b'labels', 6, -4)");
        ExecutionResult next = python(keys + "print('found', call(request, b'user', b'kept', None, 0) > 0)");

        assertThat(next.output()).isEqualTo("found False\n");
    }

    @Test
    void run_looksForOtherWaysToTheHost_findsNone() {
        ExecutionResult result = python("""
                import socket
                names = [line.split(':')[0].strip() for line in open('/proc/net/dev') if ':' in line]
                print('interfaces', [n for n in names if n != 'lo'
                                     and open('/sys/class/net/%s/operstate' % n).read().strip() == 'up'
                                     ] if __import__('os').path.isdir('/sys/class/net') else 'hidden')
                print('abstract sockets', [line for line in open('/proc/net/unix') if '@' in line])
                print('shared memory', len(open('/proc/sysvipc/shm').readlines()) - 1)
                for address in [('169.254.169.254', 80), ('10.0.0.1', 22), ('1.1.1.1', 53)]:
                    try: socket.create_connection(address, timeout=2); print('REACHED', address)
                    except OSError: print('refused')
                try: socket.getaddrinfo('example.org', 80); print('REACHED a name server')
                except OSError: print('refused')
                """);

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(result.output())
                .containsPattern("interfaces (\\[\\]|hidden)")
                .contains("abstract sockets []", "shared memory 0")
                .doesNotContain("REACHED");
    }

    private void everyAttemptIsRefused(String attempts) {
        ExecutionResult result = python(ATTEMPTS + attempts);

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(result.output()).contains(" refused").doesNotContain("ALLOWED");
    }

    private static Map<String, String> switches() throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (String name : HOST_SWITCHES) {
            if (Files.isReadable(Path.of(name))) {
                values.put(name, Files.readString(Path.of(name)));
            }
        }
        return values;
    }
}

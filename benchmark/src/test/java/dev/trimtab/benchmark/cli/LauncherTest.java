package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and a real Java machine, on a made-up Maven that "builds" a program which prints its arguments. */
final class LauncherTest {
    private static final String PROGRAM = """
            package dev.trimtab.benchmark.cli;
            public final class Trimtab {
                public static void main(String[] args) {
                    System.out.println(String.join("|", args));
                    System.exit(args.length > 0 && args[0].equals("fail") ? 3 : 0);
                }
            }
            """;

    @TempDir
    private Path dir;

    private Path home;
    private Path target;

    @BeforeEach
    void checkout() throws IOException {
        home = Files.createDirectories(dir.resolve("a checkout"));
        target = home.resolve("benchmark/target");
        Files.createDirectories(home.resolve("benchmark/src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("benchmark/pom.xml"), "");
        Files.copy(Path.of(System.getProperty("trimtab.home")).resolve("trimtab"), home.resolve("trimtab"));
        jar(dir.resolve("program.jar"));
        mvn("mkdir -p benchmark/target/lib && cp '" + dir.resolve("program.jar") + "' benchmark/target/trimtab.jar");
    }

    @Test
    void firstStart_buildsThenRuns_laterOnesOnlyRun() throws Exception {
        Ended first = launch("grade", "a file.csv", "*");
        Ended second = launch();

        assertThat(first)
                .isEqualTo(
                        new Ended(0, "grade|a file.csv|*\n", "trimtab: building once, this takes a minute or two …\n"));
        assertThat(second).isEqualTo(new Ended(0, "\n", ""));
    }

    @Test
    void sourceNewerThanTheBuild_buildsAgain() throws Exception {
        launch();
        Path source = Files.writeString(home.resolve("benchmark/src/main/A.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch().err).contains("building once");
    }

    @Test
    void building_leavesTheJarOfARunThatGoesOnAsItWas() throws Exception {
        launch();
        byte[] before = Files.readAllBytes(target.resolve("trimtab.jar"));
        try (InputStream open = Files.newInputStream(target.resolve("trimtab.jar"))) {
            mvn("echo 'another build' > benchmark/target/trimtab.jar");
            Path source = Files.writeString(home.resolve("benchmark/src/main/A.java"), "");
            Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
            launch();

            assertThat(target.resolve("trimtab.jar")).hasContent("another build");
            assertThat(open.readAllBytes()).isEqualTo(before);
        }
    }

    @Test
    void exitCode_isTheProgramsOwn() throws Exception {
        assertThat(launch("fail").code).isEqualTo(3);
    }

    @Test
    void failedBuild_isInfrastructureAndTellsTheErrors() throws Exception {
        mvn("echo '[ERROR] no such thing'; exit 1");

        Ended ended = launch("grade");

        assertThat(ended.code).isEqualTo(3);
        assertThat(ended.out).isEmpty();
        assertThat(ended.err).contains("[ERROR] no such thing", "the build failed");
        assertThat(target.resolve("built")).doesNotExist();
    }

    /** The Java machine itself reads none back from below a path with a blank. */
    @Test
    void build_keepsTheClassesAndReadsThemBack() throws Exception {
        home = Files.move(home, dir.resolve("checkout"));
        target = home.resolve("benchmark/target");
        launch();

        assertThat(target.resolve("trimtab.jsa")).isNotEmptyFile();
        assertThat(target).isDirectoryNotContaining("glob:**trimtab.jsa.*");
        assertThat(launchWith("-Xlog:class+load").out)
                .contains("dev.trimtab.benchmark.cli.Trimtab source: shared objects file");
    }

    @Test
    void archiveThatIsMissingOrNone_isPassedOverInSilence() throws Exception {
        launch();
        Files.delete(target.resolve("trimtab.jsa"));
        Ended missing = launch("x");
        Files.write(target.resolve("trimtab.jsa"), new byte[100_000]);
        Ended broken = launch("x");

        assertThat(List.of(missing, broken)).containsOnly(new Ended(0, "x\n", ""));
    }

    @Test
    void archiveOfOtherClasses_isPassedOverInSilence() throws Exception {
        launch();
        Files.setLastModifiedTime(
                target.resolve("trimtab.jar"), FileTime.from(Instant.now().minusSeconds(3600)));

        assertThat(launch("x")).isEqualTo(new Ended(0, "x\n", ""));
    }

    private record Ended(int code, String out, String err) {}

    private Ended launch(String... args) throws Exception {
        return launchWith("", args);
    }

    /** @param option of the Java machine */
    private Ended launchWith(String option, String... args) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("trimtab").toString()));
        command.addAll(List.of(args));
        Path out = dir.resolve("out");
        Path err = dir.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .put(
                        "PATH",
                        dir.resolve("bin") + ":" + Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
        if (!option.isEmpty()) {
            builder.environment().put("JDK_JAVA_OPTIONS", option);
        }
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    private void mvn(String script) throws IOException {
        Path mvn = Files.createDirectories(dir.resolve("bin")).resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void jar(Path file) throws IOException {
        Path source = Files.writeString(dir.resolve("Trimtab.java"), PROGRAM);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", dir.resolve("classes").toString(), source.toString());
        assertThat(failed).isZero();
        String name = "dev/trimtab/benchmark/cli/Trimtab.class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(name));
            jar.write(Files.readAllBytes(dir.resolve("classes").resolve(name)));
        }
    }
}

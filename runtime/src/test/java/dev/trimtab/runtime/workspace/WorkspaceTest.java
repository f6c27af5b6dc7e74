package dev.trimtab.runtime.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run never overwrites another, and an agent never reaches the original data. */
final class WorkspaceTest {
    @TempDir
    private Path dir;

    @Test
    void createRun_onAnEarlierRun_isRefusedAndLeavesItAlone() throws Exception {
        RunDirectory run = RunDirectory.create(dir.resolve("run"));
        Files.writeString(run.events(), "{}\n");

        assertThatThrownBy(() -> RunDirectory.create(run.root()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("trimtab resume");
        assertThat(run.events()).hasContent("{}");
    }

    @Test
    void createRun_onAStartThatWroteNothing_takesItOver() {
        RunDirectory killed = RunDirectory.create(dir.resolve("run"));
        RunLock.take(killed).close();

        assertThat(RunDirectory.create(killed.root()).steps()).isDirectory();
    }

    @Test
    void createRun_onAFile_isRefused() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "x");

        assertThatThrownBy(() -> RunDirectory.create(file)).isInstanceOf(UserError.class);
    }

    @Test
    void openRun_withoutRunJson_isRefused() {
        assertThatThrownBy(() -> RunDirectory.open(dir))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("run.json");
    }

    @Test
    void step_isFourDigitsAndExists() {
        RunDirectory run = RunDirectory.create(dir.resolve("run"));

        assertThat(run.step(7)).isDirectory().hasFileName("0007");
    }

    @ParameterizedTest
    @EnumSource(InputMode.class)
    void create_bringsTheDataInItsFolders(InputMode mode) throws Exception {
        Workspace workspace = Workspace.create(dir.resolve("w"), data(), mode);

        assertThat(workspace.input().resolve("train.csv")).hasContent("id\n1");
        assertThat(workspace.input().resolve("images/a.txt")).hasContent("a");
        assertThat(workspace.working()).isEmptyDirectory();
        assertThat(workspace.submission()).isEmptyDirectory();
    }

    @Test
    void create_copy_isReadOnlyAndApartFromTheOriginal() throws Exception {
        Path data = data();
        Workspace workspace = Workspace.create(dir.resolve("w"), data, InputMode.COPY);
        Path copy = workspace.input().resolve("train.csv");

        assertThat(Files.getPosixFilePermissions(copy))
                .doesNotContain(PosixFilePermission.OWNER_WRITE, PosixFilePermission.OTHERS_WRITE);
        assertThat(Files.getAttribute(copy, "unix:ino"))
                .isNotEqualTo(Files.getAttribute(data.resolve("train.csv"), "unix:ino"));
    }

    @Test
    void create_withoutData_saysWhatToDo() {
        assertThatThrownBy(() -> Workspace.create(dir.resolve("w"), dir.resolve("none"), InputMode.COPY))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("trimtab prepare");
    }

    @Test
    void create_afterAKillInTheMiddleOfACopy_bringsTheWholeFile() throws Exception {
        Path half = Files.createDirectories(dir.resolve("w/input")).resolve(".train.csv.partial");
        Files.writeString(half, "i");

        Workspace workspace = Workspace.create(dir.resolve("w"), data(), InputMode.COPY);

        assertThat(workspace.input().resolve("train.csv")).hasContent("id\n1");
        assertThat(half).doesNotExist();
    }

    @Test
    void create_dataBehindALink_areBrought() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("link"), data());

        assertThat(Workspace.create(dir.resolve("w"), link, InputMode.COPY)
                        .input()
                        .resolve("images/a.txt"))
                .hasContent("a");
    }

    @Test
    void createFresh_leavesNothingOfAnEarlierOne() throws Exception {
        Workspace earlier = Workspace.create(dir.resolve("w"), data(), InputMode.COPY);
        Files.writeString(earlier.working().resolve("half"), "h");

        Workspace workspace = Workspace.createFresh(dir.resolve("w"), dir.resolve("public"), InputMode.COPY);

        assertThat(workspace.working()).isEmptyDirectory();
        assertThat(workspace.input().resolve("train.csv")).exists();
    }

    @Test
    void readyForProgram_keepsWhatIsInWorkingOnly() throws Exception {
        Workspace workspace = Workspace.create(dir.resolve("w"), data(), InputMode.COPY);
        Files.createDirectories(workspace.submission().resolve("deep/er"));
        Files.writeString(workspace.submissionFile(), "id\n");
        Files.writeString(workspace.working().resolve("kept"), "k");
        Files.writeString(workspace.root().resolve("beside"), "b");
        Files.createSymbolicLink(workspace.submission().resolve("link"), workspace.working());

        workspace.readyForProgram();

        assertThat(workspace.submission()).isEmptyDirectory();
        assertThat(workspace.working().resolve("kept")).exists();
        assertThat(workspace.root().resolve("beside")).doesNotExist();
        assertThat(workspace.input().resolve("train.csv")).exists();
    }

    @Test
    void readyForProgram_foldersReplacedByAFileAndALink_areFoldersAgain() throws Exception {
        Workspace workspace = Workspace.create(dir.resolve("w"), data(), InputMode.COPY);
        Path outside = Files.createDirectory(dir.resolve("outside"));
        Files.writeString(outside.resolve("safe"), "s");
        Files.delete(workspace.submission());
        Files.createSymbolicLink(workspace.submission(), outside);
        Files.delete(workspace.working());
        Files.writeString(workspace.working(), "no folder");

        workspace.readyForProgram();

        assertThat(workspace.submission())
                .isEmptyDirectory()
                .satisfies(f -> assertThat(Files.isSymbolicLink(f)).isFalse());
        assertThat(workspace.working()).isEmptyDirectory();
        assertThat(outside.resolve("safe")).exists();
    }

    private Path data() throws Exception {
        Path data = Files.createDirectories(dir.resolve("public"));
        Files.writeString(data.resolve("train.csv"), "id\n1\n");
        Files.writeString(Files.createDirectory(data.resolve("images")).resolve("a.txt"), "a");
        return data;
    }
}

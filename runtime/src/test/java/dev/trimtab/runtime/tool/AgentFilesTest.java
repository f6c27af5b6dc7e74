package dev.trimtab.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.workspace.InputMode;
import dev.trimtab.runtime.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent may read and write, and what not. */
final class AgentFilesTest {
    @TempDir
    private Path dir;

    private Path root;
    private AgentFiles files;

    @BeforeEach
    void makeWorkspace() throws IOException {
        Path data = Files.createDirectory(dir.resolve("data"));
        Files.writeString(data.resolve("train.csv"), "id,y\n1,2\n\n3,4\n");
        Files.writeString(dir.resolve("answers.csv"), "secret");
        root = dir.resolve("workspace");
        files = new AgentFiles(Workspace.create(root, data, InputMode.COPY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../answers.csv", "working/../../answers.csv", "/etc/hostname", "link", "folder/answers.csv"})
    void read_outsideTheWorkspace_isRefused(String path) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), dir.resolve("answers.csv"));
        Files.createSymbolicLink(root.resolve("folder"), dir);

        assertThatThrownBy(() -> files.read(path)).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> files.write(path, "mine")).isInstanceOf(ToolException.class);
        assertThat(dir.resolve("answers.csv")).hasContent("secret");
    }

    @Test
    void write_intoTheData_isRefused() {
        assertThatThrownBy(() -> files.write("input/train.csv", "x"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("read-only");
        assertThatThrownBy(() -> files.delete("input/train.csv")).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> files.copy("input/train.csv", "input/copy.csv"))
                .isInstanceOf(ToolException.class);
    }

    @Test
    void write_belowAFile_isRefused() throws ToolException {
        files.write("a", "x");

        assertThatThrownBy(() -> files.write("a/b", "y")).isInstanceOf(ToolException.class);
    }

    @Test
    void write_byThePathThatProgramsSee_isTheSameFile() throws ToolException {
        files.write("/workspace/models/a.py", "x");

        assertThat(files.read("models/a.py")).isEqualTo("x");
        assertThat(files.list("models")).containsExactly("a.py");
        assertThat(files.list(".")).contains("input/", "models/");
    }

    @Test
    void read_fileTooLarge_isRefusedButItsHeadIsNot() throws Exception {
        Files.writeString(root.resolve("big"), "x".repeat(AgentFiles.MOST_BYTES + 1));

        assertThatThrownBy(() -> files.read("big")).isInstanceOf(ToolException.class);
        assertThat(files.head("big", 10)).isEqualTo("xxxxxxxxxx");
    }

    @Test
    void read_fileTooLargeWithFewerCharactersThanBytes_isRefused() throws Exception {
        Files.writeString(root.resolve("big"), "\u00e9".repeat(AgentFiles.MOST_BYTES / 2 + 1));

        assertThatThrownBy(() -> files.read("big")).isInstanceOf(ToolException.class);
    }

    @Test
    void write_underANameThatTheSystemRefuses_isToldToTheAgent() {
        String name = "x".repeat(300);

        assertThatThrownBy(() -> files.write(name, "y"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> files.copy("input/train.csv", name + "/a")).isInstanceOf(ToolException.class);
    }

    @Test
    void write_ofHalfASurrogatePair_goesOn() throws ToolException {
        files.write("a.py", "x\uD83D");

        assertThat(files.read("a.py")).isEqualTo("x?");
    }

    @Test
    void list_leavesOutLinks_whichAResumedRunWouldLack() throws Exception {
        Files.createSymbolicLink(root.resolve("alias"), root.resolve("input"));

        assertThat(files.list(".")).doesNotContain("alias", "alias/").contains("input/");
    }

    @Test
    void present_isAFileOfTheWorkspaceAndNoLink() throws Exception {
        Files.createSymbolicLink(root.resolve("alias.csv"), root.resolve("input/train.csv"));

        assertThat(files.present("input/train.csv")).isEqualTo(root.resolve("input/train.csv"));
        assertThatThrownBy(() -> files.present("alias.csv")).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> files.present("input")).isInstanceOf(ToolException.class);
    }

    @Test
    void streams_ofAProgramThatWasStopped_areAllStandardOutput() {
        assertThat(Streams.of("half")).isEqualTo(new Streams("half", ""));
        assertThat(Streams.of("out\n--- standard error ---\nerr")).isEqualTo(new Streams("out", "err"));
    }
}

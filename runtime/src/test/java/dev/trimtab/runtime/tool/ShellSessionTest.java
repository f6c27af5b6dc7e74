package dev.trimtab.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.workspace.InputMode;
import dev.trimtab.runtime.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell session in a real shell, and the editor beside it. */
final class ShellSessionTest {
    @TempDir
    private Path dir;

    private Path root;
    private AgentFiles files;

    @BeforeEach
    void makeWorkspace() throws IOException {
        root = dir.resolve("workspace");
        files = new AgentFiles(Workspace.create(root, Files.createDirectory(dir.resolve("data")), InputMode.COPY));
    }

    @Test
    void directory_beforeTheFirstCommand_isTheWorkspace() throws ToolException {
        assertThat(ShellCommand.directory(files)).isEqualTo("/workspace");
    }

    @Test
    void directory_withABlankInItsName_isToldWholeAndLasts() throws Exception {
        run("mkdir 'my models'; cd 'my models'; export SEEN='a\ncd /nowhere'");

        assertThat(ShellCommand.directory(files)).isEqualTo("/workspace/my models");
        assertThat(run("basename \"$PWD\"; echo \"$SEEN\"")).isEqualTo("my models\na\ncd /nowhere\n");
    }

    @Test
    void directory_outsideTheWorkspace_isToldAsItIs() throws Exception {
        run("cd /");

        assertThat(ShellCommand.directory(files)).isEqualTo("/");
    }

    @Test
    void undo_byAnotherSpellingOfThePath_takesTheEditBack() throws ToolException {
        TextEditor editor = new TextEditor();
        editor.create(files, "a.py", "one\n");
        editor.replace(files, "/workspace/a.py", "one", "two");

        editor.undo(files, "./a.py");

        assertThat(files.read("a.py")).isEqualTo("one\n");
    }

    private String run(String text) throws IOException, InterruptedException {
        Command kernel = new Command(List.of("/bin/echo", "program"), root, List.of(), Map.of());
        Process shell = new ProcessBuilder(
                        ShellCommand.of(text, "python", kernel).argv())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return output;
    }
}

package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which program a command of the shell ran. */
class ProgramSearchTest {
    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @Test
    void programBehindACd_isTheOneInTheNewDirectory() throws ToolException {
        context.files().write("train.py", "score 0.1");
        context.files().write("working/train.py", "score 0.2");
        context.files().write(".shell_directory", "/workspace/working");

        assertThat(code("cd working && python train.py")).isEqualTo("score 0.2");
        assertThat(code("python train.py; cd working")).isEqualTo("score 0.1");
    }

    @Test
    void textHandedToTheLanguage_isTheProgram() throws ToolException {
        assertThat(code("python - <<'EOF'\nscore 0.3\nwrite\nEOF")).isEqualTo("score 0.3\nwrite");
        assertThat(code("cd working && python3 <<END\nscore 0.4\nEND\nls")).isEqualTo("score 0.4");
    }

    @Test
    void fileThatTheCommandWritesFirst_isTheProgramAndNotItsText() throws ToolException {
        context.files().write("a.py", "score 0.5");

        assertThat(code("cat > a.py <<'EOF'\nscore 0.5\nEOF\npython a.py")).isEqualTo("score 0.5");
    }

    @Test
    void argument_isTheProgram() throws ToolException {
        assertThat(code("python -c 'score 0.6'")).isEqualTo("score 0.6");
        assertThat(code("python -c \"print \\\"x\\\"\"")).isEqualTo("print \"x\"");
    }

    @Test
    void shellScript_isLookedInto() throws ToolException {
        context.files().write("run.sh", "set -e\npython b.py\n");
        context.files().write("b.py", "score 0.7");

        assertThat(code("bash run.sh")).isEqualTo("score 0.7");
        assertThat(code("chmod +x run.sh && ./run.sh")).isEqualTo("score 0.7");
    }

    @Test
    void commandWithoutAProgram_hasNone() throws ToolException {
        assertThat(code("ls -l && python missing.py")).isNull();
        assertThat(code("python --version")).isNull();
    }

    @Property(seed = "1", tries = 200)
    void anyCommand_isSearchedWithoutFailing(@ForAll String text) throws ToolException {
        new ProgramSearch(context, "/workspace").last("python -c \"" + text + "\" <<" + text + "\n" + text);
    }

    private @Nullable String code(String command) throws ToolException {
        RunningCommand.Script script = new ProgramSearch(context, "/workspace").last(command);
        return script == null ? null : script.code();
    }
}

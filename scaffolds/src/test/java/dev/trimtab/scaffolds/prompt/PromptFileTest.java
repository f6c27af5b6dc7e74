package dev.trimtab.scaffolds.prompt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.Scaffolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's file of prompt texts, as the scaffolds read it before they start. */
class PromptFileTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openhands | tools:%n  think: Think.%n  execute_bsh: Run. | 3 | tools.execute_bsh | ; did you mean 'tools.execute_bash'?",
                "openhands | sistem: [Work.] | 1 | sistem | ; did you mean 'system'?",
                "openhands | tools:%n  browser: Look. | 2 | tools.browser | ` (known: execute_bash, str_replace_editor, think, finish, task_tracker, request_condensation, check_submission)`",
                "mlab | tools:%n  List File:%n    does: Look. | 2 | tools.List File | ; did you mean 'tools.List Files'?",
                "mlab | tools:%n  Read File:%n    inputs:%n      filename: the file | 4 | tools.Read File.inputs.filename | ; did you mean 'tools.Read File.inputs.file_name'?",
                "mlab | entries:%n  Thougt: What you think. | 2 | entries.Thougt | ; did you mean 'entries.Thought'?",
                "aide | language:%n  pyton: [Use pandas.] | 2 | language.pyton | ; did you mean 'language.python'?",
            },
            quoteCharacter = '`')
    void configured_withAKeyThatNoTextHas_isRefusedWithFileLineKeyAndTheNearest(
            String scaffold, String yaml, int line, String key, String suggestion) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), yaml.replace("%n", "\n") + "\n");

        assertThatThrownBy(() -> configure(scaffold, file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":" + line + ": unknown key '" + key + "'" + suggestion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mlab | tools:%n  List Files:%n    does: Look.%n    inputs: {}%n    returns: The {names}. | 5 | tools.List Files.returns | {names}, but there no words are filled in",
                "mlab | tools:%n  Read File:%n    does: Read.%n    inputs:%n      file_name: the {file}%n    returns: Text. | 5 | tools.Read File.inputs.file_name | {file}, but there no words are filled in",
                "mlab | tools:%n  Read File:%n    does: >-%n      Read for {metric}.%n    inputs: {}%n    returns: Text. | 3 | tools.Read File.does | {metric}, but there no words are filled in",
                "mlab | entries:%n  Thought: of {metric} | 2 | entries.Thought | {metric}, but there no words are filled in",
                "openhands | tools:%n  think: Think.%n  finish: End by {limit}. | 3 | tools.finish | {limit}, but there no words are filled in",
                "openhands | go-on: Go on.%nleft: '{steps}' | 2 | left | {steps}, which is not one of",
            })
    void configured_withAnUnknownWordInAnyText_isRefusedWithFileLineAndKey(
            String scaffold, String yaml, int line, String key, String problem) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), yaml.replace("%n", "\n") + "\n");

        assertThatThrownBy(() -> configure(scaffold, file))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        file + ":" + line + ": key '" + key + "': template '" + key + "' names " + problem)
                .message()
                .hasLineCount(1);
    }

    private static void configure(String scaffold, Path prompts) {
        List<Layer> layers = List.of(Layer.option(scaffold + ".prompts=" + prompts));
        Task task = new Task("id", "Predict y.", "rmse", false, Duration.ofMinutes(1));
        new Scaffolds().named(scaffold).configured(task, layers, /* showTime= */ false);
    }
}

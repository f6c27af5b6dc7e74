package dev.trimtab.benchmark.mlebench.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.benchmark.metric.PythonText;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.runtime.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other programs are read as those read them, and refused where they are torn. */
final class ReadersTest {
    @TempDir
    private Path dir;

    @Test
    void rows_ofArraysThatNumpySaved_areNumpysAndWrittenAsNumpyWrites() throws IOException {
        DebianPython.require();
        DebianPython.run("""
                import json, sys
                from pathlib import Path
                import numpy as np
                out = Path(json.load(sys.stdin)["dir"])
                a = np.arange(24, dtype=np.int16).reshape(4, 3, 2) - 9
                np.save(out / "a.npy", a)
                np.save(out / "some.npy", a[[3, 0]])
                np.save(out / "text.npy", np.array(["7", "12", "é"]))
                np.save(out / "float.npy", np.array([[0, 1], [0.5, -2]], dtype=np.float32))
                np.save(out / "double.npy", np.array([[0, 1], [0.5, -2]]))
                np.save(out / "half.npy", np.ones((1, 2), dtype=np.float16))
                np.save(out / "one.npy", np.array(["12"]))
                np.save(out / "fortran.npy", np.asfortranarray(a))
                print("{}")
                """, Map.of("dir", dir.toString()));

        try (NpyFile file = NpyFile.open(dir.resolve("a.npy"))) {
            assertThat(file.length(0)).isEqualTo(4);
            assertThat(file.length(1)).isEqualTo(3);
            assertThat(file.integers(1)).containsExactly(-3, -2, -1, 0, 1, 2);
            assertThat(file.numbers(1)).containsExactly(-3, -2, -1, 0, 1, 2);
            ByteArrayOutputStream some = new ByteArrayOutputStream();
            file.writeRows(new int[] {3, 0}, some);
            assertThat(some.toByteArray()).isEqualTo(Files.readAllBytes(dir.resolve("some.npy")));
        }
        try (NpyFile file = NpyFile.open(dir.resolve("text.npy"))) {
            assertThat(file.element(0)).isEqualTo("7");
            assertThat(file.element(2)).isEqualTo("é");
        }
        for (String name : List.of("float.npy", "double.npy")) {
            try (NpyFile file = NpyFile.open(dir.resolve(name))) {
                assertThat(file.numbers(0)).containsExactly(0, 1);
                assertThat(file.numbers(1)).containsExactly(0.5, -2);
            }
        }
        try (NpyFile file = NpyFile.open(dir.resolve("half.npy"))) {
            assertThatThrownBy(() -> file.numbers(0))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("of type <f2");
        }
        try (NpyFile file = NpyFile.open(dir.resolve("fortran.npy"))) {
            assertThat(file.integers(1)).containsExactly(-3, -2, -1, 0, 1, 2);
            assertThat(file.numbers(3)).containsExactly(9, 10, 11, 12, 13, 14);
            assertThatThrownBy(() -> file.writeRows(new int[] {0}, new ByteArrayOutputStream()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Fortran's order");
        }
    }

    @Test
    void texts_tornRecordFile_saysWhatToDo() throws IOException {
        Path file = Files.write(dir.resolve("torn.tfrec"), new byte[] {50, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 10, 0});

        assertThatThrownBy(() -> TfRecords.texts(file, "image_name"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("torn.tfrec ends in the middle of a record");
    }

    @Test
    void words_oddBlanks_arePythons() {
        String text = "\u00a0one\u2003two\u0085 three\u200bfour\t\n\u001cfive ";

        assertThat(PythonText.words(text)).containsExactly("one", "two", "three\u200bfour", "five");
        assertThat(PythonText.strip(text)).startsWith("one").endsWith("five");
        assertThat(PythonText.words(" \u3000")).isEmpty();
        assertThat(PythonText.strip(" \u3000")).isEmpty();
    }
}

package dev.trimtab.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The Python kernel, on a machine that has Debian's pandas and scikit-learn. */
class PythonKernelTest extends KernelContract {
    @Override
    PythonKernel kernel() {
        try {
            return new PythonKernel(null);
        } catch (UserError none) {
            throw new TestAbortedException(String.valueOf(none.getMessage()), none);
        }
    }

    @Override
    String good() {
        return """
                import pandas
                print('score:', 0.5)
                pandas.DataFrame({'id': [1], 'target': [0]}).to_csv('working/submission.csv', index=False)
                """;
    }

    @Override
    String opensMissingFile() {
        return "import os\n\nopen('input/absent.csv')\n";
    }

    @Override
    String missingFileError() {
        return "FileNotFoundError";
    }

    @Override
    String exits3() {
        return "import sys\nsys.exit(3)\n";
    }

    @Override
    String malformed() {
        return "def f(:\n  pass\n";
    }

    @Override
    String withExpression(String expression) {
        return "x = " + expression + "\n";
    }

    @Test
    void errorOf_keyError_isReadFromTheEndOfTheTrace() throws IOException {
        String code = "import pandas\nframe = pandas.DataFrame({'a': [1]})\nprint(frame['Agee'])\n";

        ErrorSummary error = failure(code, LIMITS);

        assertThat(error).isEqualTo(new ErrorSummary("KeyError", "'Agee'", 3));
    }

    @Test
    void errorOf_syntaxError_hasItsLine() throws IOException {
        ErrorSummary error = failure(malformed(), LIMITS);

        assertThat(error.type()).isEqualTo("SyntaxError");
        assertThat(error.line()).isEqualTo(1);
    }

    @Test
    void command_scikitLearn_fitsAModel() throws IOException {
        String code = """
                from sklearn.ensemble import HistGradientBoostingClassifier
                import numpy as np
                x = np.arange(200).reshape(-1, 1)
                print(HistGradientBoostingClassifier().fit(x, x[:, 0] > 99).score(x, x[:, 0] > 99))
                """;

        assertThat(run(code).output()).isEqualTo("1.0\n");
    }

    @Test
    void packages_nameWhatIsInstalled() {
        assertThat(kernel().packages()).contains("pandas", "scikit-learn");
    }

    @Test
    void open_interpreterWithoutPackages_isRefusedInWords() {
        assertThatThrownBy(() -> new PythonKernel("/bin/true"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("pandas");
    }
}

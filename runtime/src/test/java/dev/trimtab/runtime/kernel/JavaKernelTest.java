package dev.trimtab.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java kernel, with the libraries that the build put beside it. */
class JavaKernelTest extends KernelContract {
    private static final Limits LEAST = withMemory(384 << 20);

    static final Path JARS = Path.of(System.getProperty("trimtab.home"), "runtime", "target", "java-kernel");

    @Override
    JavaKernel kernel() {
        return new JavaKernel(JARS);
    }

    @Override
    String good() {
        return main(
                "System.out.println(\"score: 0.5\");\n"
                        + "java.nio.file.Files.writeString(java.nio.file.Path.of(\"working/submission.csv\"), \"id,target\\n\");");
    }

    @Override
    String opensMissingFile() {
        return main("java.nio.file.Files.readString(java.nio.file.Path.of(\"input/absent.csv\"));");
    }

    @Override
    String missingFileError() {
        return "NoSuchFileException";
    }

    @Override
    String exits3() {
        return main("System.exit(3);");
    }

    @Override
    String malformed() {
        return "public class Solution { public static void main(String[] a) { int x = ; } }";
    }

    @Override
    String withExpression(String expression) {
        return "public class Solution { int x = " + expression + "; }";
    }

    @Test
    void errorOf_doesNotCompile_namesWhatIsMissing() throws IOException {
        String code = main("Strin name = null;");

        ErrorSummary error = failure(code, LIMITS);

        assertThat(error).isEqualTo(new ErrorSummary("CompileError", "cannot find symbol: class Strin", 3));
    }

    @Test
    void errorOf_wrappedException_namesTheRootCause() throws IOException {
        String code = main(
                "try { Integer.parseInt(\"x1\"); } catch (Exception e) { throw new RuntimeException(\"fold 2\", e); }");

        ErrorSummary error = failure(code, LIMITS);

        assertThat(error.type()).isEqualTo("NumberFormatException");
        assertThat(error.message()).isEqualTo("For input string: \"x1\"");
    }

    @Test
    void errorOf_heapRunsOut_isAnErrorOfTheProgram() throws IOException {
        String code =
                main("var held = new java.util.ArrayList<Object>(); while (true) held.add(new double[10_000_000]);");

        ErrorSummary error = failure(code, LEAST);

        assertThat(error.type()).isEqualTo("OutOfMemoryError");
    }

    @Test
    void packages_xgboost_isListedOnlyIfItLoads() throws IOException {
        String code = main("var m = new ml.dmlc.xgboost4j.java.DMatrix(new float[] {1f, 2f}, 2, 1, Float.NaN);\n"
                + "System.out.println(m.rowNum());");

        boolean loads = run(code).output().endsWith("2\n");

        assertThat(kernel().packages().contains("XGBoost4J")).isEqualTo(loads);
    }

    @Test
    void missing_openMpNowhere_namesWhatToInstall_andPromptsDoNotListXgboost(@TempDir Path empty) {
        JavaKernel without = new JavaKernel(JARS, List.of(empty), new HostSite());

        assertThat(without.missing())
                .singleElement()
                .asString()
                .startsWith("XGBoost4J needs libgomp.so.1")
                .contains("install libgomp1");
        assertThat(without.packages()).containsExactly("Tribuo");
    }

    @Test
    void open_withoutTheFolderOfLibraries_isBadInputThatSaysHowToGetThem(@TempDir Path empty) {
        Path none = empty.resolve("java-kernel");

        assertThatThrownBy(() -> new JavaKernel(none))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(none.toString(), "built anew", "--kernel python");
    }

    @Test
    void missing_openMpInOneFolder_isNothing(@TempDir Path empty, @TempDir Path full) throws IOException {
        Files.createFile(full.resolve("libgomp.so.1"));

        JavaKernel with = new JavaKernel(JARS, List.of(empty, full), new HostSite());

        assertThat(with.missing()).isEmpty();
        assertThat(with.packages()).containsExactly("Tribuo", "XGBoost4J");
    }

    private static Limits withMemory(long bytes) {
        return new Limits(
                LIMITS.wallTime(),
                LIMITS.cpuTime(),
                bytes,
                LIMITS.processes(),
                LIMITS.fileBytes(),
                LIMITS.diskBytes(),
                LIMITS.outputBytes());
    }

    @Test
    void command_tooLittleMemoryForJvm_isRefusedInWords() {
        Limits small = withMemory(64 << 20);

        assertThatThrownBy(() -> kernel().command(workspace, small))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("384 MiB");
    }

    @Test
    void command_leastMemory_letsAJvmStart() throws IOException {
        assertThat(run(good(), LEAST).output()).isEqualTo("score: 0.5\n");
    }

    private static String main(String body) {
        return "public class Solution {\n    public static void main(String[] arguments) throws Exception {\n" + body
                + "\n    }\n}\n";
    }
}

package dev.trimtab.runtime.model.offline.grammar;

import dev.trimtab.runtime.kernel.PythonKernel;
import dev.trimtab.runtime.sandbox.Limits;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.provider.Arguments;

/** Compiles programs and runs them in one child process a workspace, one after the other, on small made-up data. */
final class ProgramRuns {
    /** Returns every shape of data with a metric for it and how many columns its submission has. */
    static Stream<Arguments> tasks() {
        return Stream.of(
                Arguments.of(Shape.TABLE, Metric.QWK, 2),
                Arguments.of(Shape.TABLE, Metric.AUC, 2),
                Arguments.of(Shape.TEXT, Metric.LOG_LOSS, 4),
                Arguments.of(Shape.IMAGE, Metric.ACCURACY, 2),
                Arguments.of(Shape.TIME_SERIES, Metric.MAPE, 2),
                Arguments.of(Shape.SERIES, Metric.LOG_LOSS, 4),
                Arguments.of(Shape.RANKING, Metric.MAP_AT_K, 2),
                Arguments.of(Shape.SEQUENCE, Metric.SEQUENCE_ERROR_RATE, 2),
                Arguments.of(Shape.PICTURE, Metric.PIXEL_RMSE, 2),
                Arguments.of(Shape.MASK, Metric.DICE, 2));
    }

    private static final String RUNNER = """
            import java.net.URL;
            import java.net.URLClassLoader;
            import java.nio.file.*;
            public class Runner {
                public static void main(String[] folders) throws Exception {
                    for (String folder : folders) {
                        System.out.println("== " + folder);
                        Files.deleteIfExists(Path.of("submission/submission.csv"));
                        try (URLClassLoader loader = new URLClassLoader(new URL[] {Path.of(folder).toUri().toURL()})) {
                            loader.loadClass("Solution").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
                        } catch (ReflectiveOperationException e) {
                            System.out.println(e + " " + e.getCause());
                        }
                        if (Files.exists(Path.of("submission/submission.csv"))) {
                            Files.copy(Path.of("submission/submission.csv"), Path.of(folder, "submission.csv"));
                        }
                    }
                }
            }
            """;

    private static final String PYTHON_RUNNER = """
            import os, runpy, shutil, sys, traceback
            for folder in sys.argv[1:]:
                print("== " + folder, flush=True)
                shutil.rmtree("submission", ignore_errors=True)
                try:
                    runpy.run_path(folder + "/solution.py")
                except BaseException:
                    traceback.print_exc(file=sys.stdout)
                if os.path.exists("submission/submission.csv"):
                    shutil.copy("submission/submission.csv", folder)
            """;

    /** What came of a program: what the compiler or the program said, and the submission's lines. */
    record Run(String compiler, String output, List<String> submission) {
        double score() {
            return output.lines()
                    .filter(l -> l.startsWith("Validation "))
                    .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(':') + 1)))
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    private ProgramRuns() {}

    static boolean xgboostWorks() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib")
                .anyMatch(folder -> Files.exists(Path.of(folder, "libgomp.so.1")));
    }

    static List<Run> run(Path workspace, List<String> programs) throws IOException, InterruptedException {
        String classPath = libraries() + ":" + workspace;
        compile(workspace, "Runner", RUNNER, classPath);
        List<String> errors = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPath,
                "Runner"));
        for (int i = 0; i < programs.size(); i++) {
            Path folder = Files.createDirectory(workspace.resolve("program" + i));
            errors.add(compile(folder, "Solution", programs.get(i), classPath));
            command.add(folder.toString());
        }
        return outcomes(workspace, command, errors);
    }

    /** Runs programs in Python, all in one process. */
    static List<Run> runPython(Path workspace, List<String> programs) throws IOException, InterruptedException {
        Files.writeString(workspace.resolve("runner.py"), PYTHON_RUNNER);
        List<String> argv =
                new PythonKernel(null).command(workspace, Limits.DEFAULT).argv();
        List<String> command = new ArrayList<>(List.of(argv.get(0), "-W", "ignore", "runner.py"));
        for (int i = 0; i < programs.size(); i++) {
            Path folder = Files.createDirectory(workspace.resolve("program" + i));
            Files.writeString(folder.resolve("solution.py"), programs.get(i));
            command.add(folder.toString());
        }
        return outcomes(workspace, command, Collections.nCopies(programs.size(), ""));
    }

    private static List<Run> outcomes(Path workspace, List<String> command, List<String> errors)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String[] outputs = output.split("== .*\n");
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < errors.size(); i++) {
            Path submission = workspace.resolve("program" + i).resolve("submission.csv");
            List<String> lines = Files.exists(submission) ? Files.readAllLines(submission) : List.of();
            runs.add(new Run(errors.get(i), i + 1 < outputs.length ? outputs[i + 1] : output, lines));
        }
        return runs;
    }

    private static String libraries() throws IOException {
        Path jars = Path.of(System.getProperty("trimtab.home"), "runtime", "target", "java-kernel");
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(":"));
        }
    }

    private static String compile(Path folder, String name, String code, String classPath) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), code);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp", classPath),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
        }
        return said.toString();
    }

    /** Writes train, test and sample submission of a made-up task in which the features tell the target. */
    static void data(Path workspace, Shape shape, Metric metric) throws IOException {
        Random random = new Random(3);
        int rows = shape == Shape.TIME_SERIES ? 900 : 160;
        int train = shape == Shape.TIME_SERIES ? 860 : 120;
        String features = switch (shape) {
            case TABLE -> "size,colour,seen";
            case TEXT -> "text";
            case IMAGE -> IntStream.range(0, 64).mapToObj(i -> "px" + i).collect(Collectors.joining(","));
            case TIME_SERIES -> "year,month,date_of_month,day_of_week";
            default -> MadeUpKinds.columns(shape);
        };
        StringBuilder known = new StringBuilder("id," + features + ",goal\n");
        StringBuilder asked = new StringBuilder("id," + features + "\n");
        for (int i = 0; i < rows; i++) {
            int kind = random.nextInt(metric == Metric.AUC ? 2 : 3);
            List<String> other = MadeUpKinds.ALL.contains(shape) ? MadeUpKinds.row(shape, kind, i, random) : List.of();
            String row = i + "," + (other.isEmpty() ? row(shape, kind, i, random) : other.get(0));
            String goal = !other.isEmpty()
                    ? other.get(1)
                    : metric.classes() || metric == Metric.QWK
                            ? (metric == Metric.LOG_LOSS || metric == Metric.ACCURACY ? "k" : "") + kind
                            : Double.toString(
                                    shape == Shape.TIME_SERIES ? day(i) : 100 + 50 * kind + random.nextInt(9));
            (i < train ? known : asked)
                    .append(row)
                    .append(i < train ? "," + goal : "")
                    .append('\n');
        }
        Path input = Files.createDirectories(workspace.resolve("input"));
        Files.writeString(input.resolve("train.csv"), known);
        Files.writeString(input.resolve("test.csv"), asked);
        Files.writeString(
                input.resolve("sample_submission.csv"),
                MadeUpKinds.ALL.contains(shape)
                        ? MadeUpKinds.sample(shape)
                        : metric == Metric.LOG_LOSS ? "id,k0,k1,k2\n" : "id,goal\n");
    }

    private static double day(int i) {
        return 1000 + i % 7 * 30 + i % 365 * 0.2;
    }

    private static String row(Shape shape, int kind, int i, Random random) {
        return switch (shape) {
            case TABLE ->
                (random.nextInt(9) == 0 ? "" : kind * 10 + random.nextInt(12)) + ","
                        + List.of("red", "green", "\"sky, blue\"").get(random.nextInt(4) == 0 ? 0 : kind) + ",2001-0"
                        + (1 + random.nextInt(9)) + "-11";
            case TEXT ->
                "\"" + "the one said nothing much of it ".repeat(2)
                        + List.of("apples pears", "iron steel", "rain, snow").get(kind) + " and " + i + "\"";
            case IMAGE ->
                IntStream.range(0, 64)
                        .mapToObj(p -> Integer.toString((p % 8 / 3 == kind ? 200 : 20) + random.nextInt(30)))
                        .collect(Collectors.joining(","));
            case TIME_SERIES -> {
                java.time.LocalDate date = java.time.LocalDate.of(2010, 1, 1).plusDays(i);
                yield date.getYear() + "," + date.getMonthValue() + "," + date.getDayOfMonth() + ","
                        + date.getDayOfWeek().getValue();
            }
            default -> throw new IllegalArgumentException(shape + " is made up elsewhere");
        };
    }
}

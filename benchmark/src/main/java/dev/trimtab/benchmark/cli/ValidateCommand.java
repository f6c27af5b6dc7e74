package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.tool.SubmissionCheck;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: whether a submission can be graded, without its score. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a submission has a form that can be graded, and if not, why; never its score.",
            "Exit code 2 if it has not."
        })
public final class ValidateCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Parameters(index = "0", paramLabel = "SUBMISSION", description = "A CSV file.")
    private Path submission = Path.of("");

    @Parameters(index = "1", paramLabel = "COMPETITION", description = "The competition's id.")
    private String competition = "";

    @Mixin
    private CheckOption check = new CheckOption();

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!Files.isRegularFile(submission)) {
            throw new UserError("there is no file " + submission);
        }
        SubmissionCheck.Verdict verdict =
                check.checker(competition, dataDir.path()).check(submission.toAbsolutePath());
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? ReportJson.of(verdict) : verdict.text());
        return verdict.valid() ? 0 : BAD_INPUT;
    }
}

package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.environment.SubmissionChecker;
import dev.trimtab.benchmark.environment.ValidationServer;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.loopback.LoopbackServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serve-validation}: MLE-bench's validation server for other harnesses. */
@Command(
        name = "serve-validation",
        mixinStandardHelpOptions = true,
        description = {
            "Checks submissions by the protocol of MLE-bench's grading server, on this machine's loopback address.",
            "GET /health, and POST /validate with the file in the field `file`. It tells no score."
        })
public final class ServeValidationCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "COMPETITION", description = "The competition's id.")
    private String competition = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Where it listens, 0 for any free port; default ${DEFAULT-VALUE}, MLE-bench's.")
    private int port = 5000;

    @Mixin
    private CheckOption check = new CheckOption();

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Option(names = "--json", description = "Say as JSON where it listens.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * What is served where.
     *
     * @param competition whose submissions are checked
     * @param check by what
     * @param url the address for clients
     */
    private record Address(String competition, String check, String url) {}

    @Override
    public Integer call() {
        SubmissionChecker checker = check.checker(competition, dataDir.path());
        PrintWriter out = spec.commandLine().getOut();
        try (ValidationServer server = ValidationServer.start(checker, port)) {
            String url = server.address().toString();
            out.println(
                    json
                            ? ReportJson.of(new Address(competition, check.word(), url))
                            : "checking submissions for " + competition + " (" + check.word() + ") at " + url);
            out.flush();
            LoopbackServer.awaitInterrupt();
            return 0;
        }
    }
}

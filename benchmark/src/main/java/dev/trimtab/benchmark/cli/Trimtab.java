package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.Version;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.NearestKey;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the command line. */
@Command(
        name = "trimtab",
        description = "Runs ML-engineering agents on competitions under a stability controller.",
        mixinStandardHelpOptions = true,
        version = "trimtab " + Version.NUMBER,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            QuickstartCommand.class,
            RunCommand.class,
            ResumeCommand.class,
            ExperimentCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            AuditCommand.class,
            ContaminationCommand.class,
            FamiliarityCommand.class,
            CompetitionsCommand.class,
            PrepareCommand.class,
            ValidateCommand.class,
            ServeValidationCommand.class,
            GradeCommand.class,
            ExportCommand.class,
            AggregateCommand.class,
            DecideCommand.class,
            SimulateCommand.class,
            TuneCommand.class,
            DoctorCommand.class,
            ServeModelCommand.class
        })
public final class Trimtab implements Runnable {
    private static final int BAD_INPUT = 2;
    private static final int INFRASTRUCTURE = 3;

    @Option(names = "--debug", description = "Print the stack trace of an error.", scope = ScopeType.INHERIT)
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs a command and ends the process with its exit code: 0 ok, 2 bad input, 3 infrastructure. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Returns the command line with its exit codes and one-line errors. */
    public static CommandLine commandLine() {
        Trimtab root = new Trimtab();
        return new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(badParameters())
                .setExecutionExceptionHandler(root.failures());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static IParameterExceptionHandler badParameters() {
        return (error, args) -> {
            CommandLine command = error.getCommandLine();
            String nearest = error instanceof UnmatchedArgumentException unmatched
                    ? NearestKey.of(unmatched.getUnmatched().get(0), names(command))
                            .map(name -> "; did you mean '" + name + "'?")
                            .orElse("")
                    : "";
            command.getErr()
                    .println("trimtab: " + error.getMessage() + nearest + "; see '"
                            + command.getCommandSpec().qualifiedName() + " --help'");
            return BAD_INPUT;
        };
    }

    private static Set<String> names(CommandLine command) {
        Set<String> names = new TreeSet<>(command.getSubcommands().keySet());
        names.addAll(command.getCommandSpec().optionsMap().keySet());
        return names;
    }

    private IExecutionExceptionHandler failures() {
        return (error, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println("trimtab: " + (error.getMessage() == null ? error.toString() : error.getMessage()));
            if (debug) {
                error.printStackTrace(err);
            } else if (!(error instanceof UserError) && !(error instanceof InfrastructureError)) {
                err.println("trimtab: this is unexpected (" + error.getClass().getSimpleName()
                        + "); run again with --debug and report what it prints");
            }
            return error instanceof UserError ? BAD_INPUT : INFRASTRUCTURE;
        };
    }
}

package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.Version;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.NearestKey;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
        synopsisSubcommandLabel = "COMMAND")
public final class Trimtab implements Runnable {
    private static final int BAD_INPUT = 2;
    private static final int INFRASTRUCTURE = 3;

    /** The commands by name, in the order in which help lists them. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("quickstart", QuickstartCommand.class);
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("resume", ResumeCommand.class);
        COMMANDS.put("experiment", ExperimentCommand.class);
        COMMANDS.put("compare", CompareCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("audit", AuditCommand.class);
        COMMANDS.put("contamination", ContaminationCommand.class);
        COMMANDS.put("familiarity", FamiliarityCommand.class);
        COMMANDS.put("competitions", CompetitionsCommand.class);
        COMMANDS.put("prepare", PrepareCommand.class);
        COMMANDS.put("validate", ValidateCommand.class);
        COMMANDS.put("serve-validation", ServeValidationCommand.class);
        COMMANDS.put("grade", GradeCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("aggregate", AggregateCommand.class);
        COMMANDS.put("decide", DecideCommand.class);
        COMMANDS.put("simulate", SimulateCommand.class);
        COMMANDS.put("tune", TuneCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("serve-model", ServeModelCommand.class);
    }

    @Option(names = "--debug", description = "Print the stack trace of an error.", scope = ScopeType.INHERIT)
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs a command and ends the process with its exit code: 0 ok, 2 bad input, 3 infrastructure. */
    public static void main(String[] args) {
        System.exit(commandLine(args).execute(args));
    }

    /**
     * Returns a command line with exit codes and one-line errors that does with these arguments what it would with all commands.
     *
     * @param args the first one may name the only command that is made, since making all takes longer than most take; none: all
     */
    public static CommandLine commandLine(String... args) {
        @Nullable Class<?> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        return of(named == null ? COMMANDS : Map.of(args[0], named));
    }

    private static CommandLine of(Map<String, Class<?>> commands) {
        Trimtab root = new Trimtab();
        CommandLine line = new CommandLine(root);
        commands.forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
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

package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grade.RunGroup;
import dev.trimtab.benchmark.grade.RunGroupWriter;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: finished runs as MLE-bench's run group. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Copies submissions, logs and chosen programs of finished runs into a directory laid out as MLE-bench's run groups,",
            "which 'grade DIR' and MLE-bench's make_submission.py read."
        })
public final class ExportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = {
                "Directories of runs, of experiments, or of several runs; of these all finished runs are taken.",
                "A damaged run among them is named and left out; one that is named itself is exit code 2."
            })
    private List<Path> directories = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The run group, a new or empty directory.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print the ids of the group's runs as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Path> roots = directories.stream()
                .map(directory -> directory.toAbsolutePath().normalize())
                .toList();
        List<RunDirectory> runs = roots.stream()
                .flatMap(root -> ReportCommand.runs(root).stream())
                .distinct()
                .toList();
        List<RunGroupWriter.Member> members = new ArrayList<>();
        for (RunDirectory run : runs) {
            try {
                if (RunOutcome.isFinished(run.root())) {
                    members.add(member(run));
                } else {
                    leaveOut(run.root() + " is not finished");
                }
            } catch (UserError e) {
                if (roots.contains(run.root())) {
                    throw e;
                }
                leaveOut(e.getMessage());
            }
        }
        if (members.isEmpty()) {
            throw new UserError("nothing to export: none of the runs is finished and whole");
        }
        RunGroup group = RunGroupWriter.write(out, members, ZonedDateTime.now(ZoneOffset.UTC));
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.println(ReportJson.of(group.runs()));
        } else {
            group.runs().forEach(print::println);
        }
        print.flush();
        return 0;
    }

    private void leaveOut(@Nullable String why) {
        spec.commandLine().getErr().println("trimtab: left out: " + why);
    }

    private static RunGroupWriter.Member member(RunDirectory run) {
        List<Event> events = JournalReader.read(run.events()).events();
        return new RunGroupWriter.Member(
                String.valueOf(
                        RunRequest.recorded(Home.path(), run).config().agent().competition()),
                String.valueOf(run.root().getFileName()),
                run.submission(),
                List.of(run.events(), run.journal()),
                chosen(events)
                        .map(attempt -> Map.of(ContaminationCommand.solutionFile(run, events), attempt.code()))
                        .orElse(Map.of()));
    }

    private static Optional<Attempt> chosen(List<Event> events) {
        Set<String> ids = events.stream()
                .filter(Event.Selected.class::isInstance)
                .map(event -> ((Event.Selected) event).attempt())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return events.stream()
                .filter(Event.Attempted.class::isInstance)
                .map(event -> ((Event.Attempted) event).attempt())
                .filter(attempt -> ids.contains(attempt.id()))
                .reduce((first, last) -> last);
    }
}

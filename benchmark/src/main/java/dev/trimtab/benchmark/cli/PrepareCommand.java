package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.Checksums;
import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSet;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.mlebench.kaggle.KaggleDownload;
import dev.trimtab.benchmark.mlebench.kaggle.KaggleKey;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prepare}: raw data to the public and private files of a competition. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Makes <data-dir>/<id>/prepared/{public,private} of raw data; does nothing where it is done.",
            "Pocket competitions bring their raw data and need no preparing by hand."
        })
public final class PrepareCommand implements Runnable {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(
            names = "--raw",
            paramLabel = "DIR",
            description = {
                "Folder of the raw files as downloaded, or of the .zip file they came in, or that file;",
                "with --set it holds one such folder a competition."
            })
    private @Nullable Path raw;

    @Option(
            names = "--download",
            description = {
                "Fetch the raw files from Kaggle into the data directory first, with the key of KAGGLE_USERNAME",
                "and KAGGLE_KEY or of ~/.kaggle/kaggle.json; an interrupted download goes on where it stopped."
            })
    private boolean download;

    @Option(
            names = "--description",
            paramLabel = "FILE",
            description = "Description for the agent in place of ours, such as the competition's own.")
    private @Nullable Path description;

    @Option(names = "--json", description = "Print a JSON list of what is prepared and where.")
    private boolean json;

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One competition and where its prepared data are. */
    private record Place(String id, String prepared) {}

    private static final class What {
        @Parameters(paramLabel = "ID", description = "The competition's id.")
        private @Nullable String id;

        @Option(
                names = "--set",
                paramLabel = "SET",
                description = "All competitions of a set, such as pocket, mle-bench or lite.")
        private @Nullable String set;
    }

    @Override
    public void run() {
        CompetitionSets sets = BuiltInSets.find();
        if (what.id != null) {
            Competition competition = sets.find(what.id);
            print(List.of(prepare(sets.set(competition.definition().set()), competition, raw)));
            return;
        }
        if (description != null) {
            throw new UserError("--description is for one competition; name it in place of --set");
        }
        prepareAll(sets.set(what.set == null ? "" : what.set));
    }

    /** One that cannot be prepared stops no other. */
    private void prepareAll(CompetitionSet set) {
        List<Place> places = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Competition competition : set.competitions()) {
            try {
                places.add(prepare(set, competition, raw == null ? null : raw.resolve(competition.id())));
            } catch (UserError e) {
                refused.add(competition.id());
                spec.commandLine().getErr().println("trimtab: " + competition.id() + ": " + e.getMessage());
            }
        }
        print(places);
        if (!refused.isEmpty()) {
            throw new UserError(
                    refused.size() + " of " + Counted.of(set.competitions().size(), "competition")
                            + " could not be prepared: " + String.join(", ", refused));
        }
    }

    private Place prepare(CompetitionSet set, Competition competition, @Nullable Path from) {
        @Nullable Path files = download ? downloaded(competition, from) : from;
        PreparedData data = set.prepare(competition, dataDir.path(), new RawSource(files, description));
        if (!json) {
            spec.commandLine().getOut().println(competition.id() + ": " + data.root());
        }
        List<String> differing = Checksums.differing(data);
        if (!differing.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("trimtab: " + competition.id() + ": " + String.join(", ", differing)
                            + " differ from MLE-bench's checksums; with other raw files than Kaggle's, scores compare"
                            + " with nobody else's");
        }
        return new Place(competition.id(), data.root().toString());
    }

    /** Returns the archive of the raw files; null where the data are there or come with Trimtab. */
    private @Nullable Path downloaded(Competition competition, @Nullable Path from) {
        if (from != null) {
            throw new UserError("give either --raw or --download");
        }
        if (!competition.definition().set().equals("mle-bench")
                || PreparedData.in(dataDir.path(), competition).isReady()) {
            return null;
        }
        KaggleKey key = KaggleKey.find(System.getenv(), Path.of(System.getProperty("user.home")));
        return new KaggleDownload(
                        KaggleDownload.KAGGLE, key, PAUSE, spec.commandLine().getErr()::println)
                .fetch(competition.id(), dataDir.path().resolve(competition.id()));
    }

    private void print(List<Place> places) {
        if (json) {
            spec.commandLine().getOut().println(ReportJson.of(places));
        }
    }
}

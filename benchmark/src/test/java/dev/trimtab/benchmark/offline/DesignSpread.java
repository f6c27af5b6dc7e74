package dev.trimtab.benchmark.offline;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.UserCache;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Grader;
import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.kernel.JavaKernel;
import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.DesignSpace;
import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.grammar.JavaGrammar;
import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import dev.trimtab.runtime.model.offline.grammar.Shape;
import dev.trimtab.runtime.model.offline.reader.DesignReader;
import dev.trimtab.runtime.model.offline.reader.PromptReader;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Draws designs from the grammar, runs them in the sandbox on the pocket competitions, grades them, and prints how far they spread. Nothing of
 * what it prints is read by the engineer.
 *
 * <p>Arguments: designs a competition, seed, competition ids (none: all), and sentences that state designs to measure in place of drawn ones. Each design is a line of CSV on standard output, then comes a table.
 * One program runs at a time, so that the operating system's count of the children's processor time can be told apart.
 */
public final class DesignSpread {
    private static final double CLOCK_TICKS_A_SECOND = 100;
    private static final int CHARACTERS_A_TOKEN = 4;

    /** Position of {@code cutime} behind the name in {@code /proc/self/stat}, from 0. */
    private static final int CHILDREN_USER_TIME = 13;

    private static final double BLENDS = 0.3;
    private static final Pattern TOLD = Pattern.compile("(?m)^Validation \\S+: (\\S+)$");

    /** What came of one design; scores are NaN where there were none. */
    private record Outcome(Design design, int tokens, double seconds, double told, double score, Medal medal) {}

    private final LocalSandbox sandbox;
    private final JavaKernel kernel;
    private final JavaGrammar grammar = new JavaGrammar();
    private final Grader grader = new Grader(Metrics.builtIn());
    private final PrintStream out;

    private DesignSpread(Path home, LocalSandbox sandbox, PrintStream out) {
        this.sandbox = sandbox;
        this.kernel = new JavaKernel(home.resolve("runtime/target/java-kernel"));
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param args designs a competition, seed, and the competitions
     */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(System.getProperty("trimtab.home", "."))
                .toAbsolutePath()
                .normalize();
        CompetitionSets sets =
                new CompetitionSets(List.of(new PocketSet(home.resolve("benchmark/competitions/pocket"))));
        List<String> rest = List.of(args).subList(2, args.length);
        List<String> ids = rest.stream().filter(a -> !a.contains(" ")).toList();
        List<Design> given = rest.stream()
                .filter(a -> a.contains(" "))
                .map(a -> DesignReader.read(a).orElseThrow())
                .toList();
        StringBuilder table = new StringBuilder();
        try (LocalSandbox sandbox = LocalSandbox.open(List.of(home))) {
            DesignSpread spread = new DesignSpread(home, sandbox, System.out);
            for (Competition competition : sets.competitions()) {
                if (ids.isEmpty() || ids.contains(competition.id())) {
                    PreparedData data = sets.open(competition, UserCache.dataDir());
                    table.append(spread.row(data, Integer.parseInt(args[0]), Long.parseLong(args[1]), given));
                }
            }
            spread.out.println("\n| competition | no score | worst, median, best score | below the median / above it"
                    + " / bronze / silver / gold | tokens: median, most | CPU s: median, 90 %, most |");
            spread.out.println("|---|---|---|---|---|---|");
            spread.out.print(table);
        }
    }

    private String row(PreparedData data, int designs, long seed, List<Design> given) throws IOException {
        Competition competition = data.competition();
        TaskFacts facts = PromptReader.read("# Task description\n\n" + Files.readString(data.description()))
                .task();
        DesignSpace space = new DesignSpace(facts.shape().orElse(Shape.TABLE), facts.metric(), true);
        List<Outcome> outcomes = new ArrayList<>();
        List<Integer> places = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        for (int i = 0; i < (given.isEmpty() ? designs : given.size()); i++) {
            RandomGenerator random = new RandomStreams(seed).stream(i, "spread." + competition.id());
            Path workspace = Files.createTempDirectory("spread");
            Outcome outcome =
                    run(data, facts, given.isEmpty() ? design(space, random) : given.get(i), workspace, places);
            outcomes.add(outcome);
            out.println(competition.id() + ",\"" + outcome.design().sentence() + "\"," + outcome.tokens() + ","
                    + text(5, outcome.seconds(), outcome.told(), outcome.score()) + "," + outcome.medal());
        }
        return line(competition, outcomes, places);
    }

    /** A model of any family with any settings; some are blends. */
    private static Design design(DesignSpace space, RandomGenerator random) {
        List<Family> families = space.families();
        Design design = space.draw(families.get(random.nextInt(families.size())), random);
        List<Family> others = families.stream().filter(f -> !design.uses(f)).toList();
        return random.nextDouble() < BLENDS
                ? space.blend(design, space.model(others.get(random.nextInt(others.size())), random))
                        .design()
                : design;
    }

    private Outcome run(PreparedData data, TaskFacts facts, Design design, Path workspace, List<Integer> places)
            throws IOException {
        String program = grammar.write(
                design,
                new ProgramTask(facts.metric(), facts.id(), facts.target(), ProgramTask.INPUT, facts.folder()),
                null);
        Path input = Files.createDirectory(workspace.resolve("input"));
        try (Stream<Path> files = Files.list(data.publicDir())) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName()));
            }
        }
        Files.writeString(workspace.resolve(kernel.solutionFile()), program);
        double before = childrenSeconds();
        ExecutionResult result = sandbox.run(kernel.command(workspace, Limits.DEFAULT), Limits.DEFAULT);
        double seconds = childrenSeconds() - before;
        Grade grade = grader.grade(data, workspace.resolve("submission/submission.csv"), LocalDateTime.MIN);
        Double score = grade.report().score();
        Matcher told = TOLD.matcher(result.output());
        if (score == null) {
            out.println(result.output());
        } else {
            Medal medal = grade.report().medal();
            int belowMedals = grade.report().aboveMedian() ? 1 : 0;
            int place = medal == Medal.NONE ? belowMedals : 4 - medal.ordinal();
            places.set(place, places.get(place) + 1);
        }
        return new Outcome(
                design,
                program.length() / CHARACTERS_A_TOKEN,
                seconds,
                told.find() ? Double.parseDouble(told.group(1)) : Double.NaN,
                score == null ? Double.NaN : score,
                grade.report().medal());
    }

    private static double childrenSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[CHILDREN_USER_TIME]) + Long.parseLong(fields[CHILDREN_USER_TIME + 1]))
                / CLOCK_TICKS_A_SECOND;
    }

    private static String line(Competition competition, List<Outcome> outcomes, List<Integer> places) {
        boolean higher = competition.definition().direction() == Direction.MAXIMIZE;
        double[] scores = sorted(
                outcomes.stream().map(Outcome::score).filter(s -> !s.isNaN()).toList());
        double[] seconds = sorted(outcomes.stream().map(Outcome::seconds).toList());
        double[] tokens = sorted(outcomes.stream().map(o -> (double) o.tokens()).toList());
        int last = scores.length - 1;
        return "| " + competition.id() + " (" + competition.metric() + ") | " + (outcomes.size() - scores.length)
                + " | "
                + text(4, scores[higher ? 0 : last], scores[scores.length / 2], scores[higher ? last : 0]) + " | "
                + String.join(" / ", places.stream().map(String::valueOf).toList()) + " | "
                + text(0, tokens[tokens.length / 2], tokens[tokens.length - 1]) + " | "
                + text(1, seconds[seconds.length / 2], seconds[seconds.length * 9 / 10], seconds[seconds.length - 1])
                + " |\n";
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static String text(int digits, double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.length() == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%." + digits + "f", value));
        }
        return text.toString();
    }
}

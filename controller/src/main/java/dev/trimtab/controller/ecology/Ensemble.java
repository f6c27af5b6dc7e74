package dev.trimtab.controller.ecology;

import dev.trimtab.controller.estimate.Calibration;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * So many worlds of one seed space under one condition, in which policies are compared by common random numbers. Results do not
 * depend on the threads that compute them.
 *
 * @param ranges what worlds are drawn from
 * @param condition the factors that are set
 * @param protocol how policies and searches work together
 * @param space the seed space
 * @param first index of the first world, at least 0
 * @param episodes how many worlds, at least 1; one episode a policy in each
 */
public record Ensemble(
        WorldRanges ranges, Condition condition, Protocol protocol, SeedSpace space, long first, int episodes) {
    /** Episodes that one task runs. */
    private static final int CHUNK = 64;

    /** Checks the ranges. */
    public Ensemble {
        Ranges.nonNegative("first", (double) first);
        Ranges.positive("episodes", episodes);
    }

    /** Returns the world at a place of the ensemble, from 0. */
    public World world(int place) {
        return World.draw(ranges, condition, space, first + place);
    }

    /**
     * Runs every contender in every world.
     *
     * @param threads where to run
     * @return outcomes by contender, then by world, each in order
     */
    public List<List<Outcome>> run(List<Contender> contenders, Executor threads) {
        List<List<Outcome>> byWorld = inEachWorld(threads, place -> {
            World world = world(place);
            Episode episode = new Episode(world, protocol);
            List<Outcome> outcomes = new ArrayList<>(contenders.size());
            for (Contender contender : contenders) {
                outcomes.add(episode.run(contender.in().apply(world)));
            }
            return outcomes;
        });
        List<List<Outcome>> byContender = new ArrayList<>();
        for (int c = 0; c < contenders.size(); c++) {
            List<Outcome> outcomes = new ArrayList<>(episodes);
            for (List<Outcome> ofWorld : byWorld) {
                outcomes.add(ofWorld.get(c));
            }
            byContender.add(outcomes);
        }
        return byContender;
    }

    /**
     * Attributes every episode of a contender (law L10).
     *
     * @param success what counts as success
     * @param threads where to run
     * @return attributions by world, in order
     */
    public List<Attribution> attribute(Contender contender, Predicate<Outcome> success, Executor threads) {
        return inEachWorld(threads, place -> {
            World world = world(place);
            return Attribution.of(new Episode(world, protocol), contender.in().apply(world), success);
        });
    }

    /**
     * Compares what a contender's last plan predicts with what came: adequacy given {@code V} against success.
     *
     * @param threads where to run
     * @return predictions by world, in order
     */
    public List<Calibration.Prediction> predict(Contender contender, Executor threads) {
        return inEachWorld(threads, place -> {
            World world = world(place);
            double[] adequacy = {0};
            Outcome outcome = new Episode(world, protocol).run(contender.in().apply(world), event -> {
                if (event instanceof EcologyEvent.ContextPlanned planned) {
                    adequacy[0] = planned.plan().diagnostics().adequacy();
                }
            });
            return new Calibration.Prediction(adequacy[0], outcome.success());
        });
    }

    /**
     * Bounds every episode of a contender by the best plan under the posterior of what it had seen (laws L4 and H8).
     *
     * @param threads where to run
     * @return bounds by world, in order
     * @throws java.util.concurrent.CompletionException if the posterior cannot be computed in these worlds; its cause says why
     */
    public List<PosteriorBound> bound(Contender contender, Executor threads) {
        return inEachWorld(threads, place -> {
            World world = world(place);
            return PosteriorBound.of(world, protocol, contender.in().apply(world));
        });
    }

    /** Returns the SHA-256 in hexadecimal over all worlds: a table that names it names the worlds it was made in. */
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        for (int place = 0; place < episodes; place++) {
            fingerprint.add(world(place));
        }
        return fingerprint.hex();
    }

    private <T> List<T> inEachWorld(Executor threads, IntFunction<T> task) {
        Function<Integer, List<T>> chunk = start -> {
            List<T> results = new ArrayList<>(CHUNK);
            for (int place = start; place < Math.min(episodes, start + CHUNK); place++) {
                results.add(task.apply(place));
            }
            return results;
        };
        List<CompletableFuture<List<T>>> chunks = new ArrayList<>();
        for (int start = 0; start < episodes; start += CHUNK) {
            int from = start;
            chunks.add(CompletableFuture.supplyAsync(() -> chunk.apply(from), threads));
        }
        List<T> all = new ArrayList<>(episodes);
        chunks.forEach(done -> all.addAll(done.join()));
        return all;
    }
}

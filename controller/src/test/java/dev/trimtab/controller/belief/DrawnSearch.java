package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A search of one family drawn from the model's own assumptions: routes of a known gain per effort, worked on in trees of
 * attempts, some of which fail. Written without the model.
 */
final class DrawnSearch {
    private final SplittableRandom random;
    private final double noise;
    private final List<Evidence> evidence = new ArrayList<>();

    DrawnSearch(SplittableRandom random, double noise) {
        this.random = random;
        this.noise = noise;
    }

    /** Adds a route: so much work raises its best by {@code theta} an effort, in units of the scale, if that is a rise at all. */
    void grow(String name, double theta, GainModel model) {
        int work = 1 + random.nextInt(6);
        double start = random.nextDouble();
        double rise =
                model.scale() * Math.max(0, theta * work + model.noise() * Math.sqrt(work) * random.nextGaussian());
        evidence.add(look(name + 0, null, start));
        int best = 1 + random.nextInt(work);
        for (int attempt = 1; attempt <= work; attempt++) {
            String from = name + random.nextInt(attempt);
            boolean leads = attempt == best && rise > 0;
            boolean fails = !leads && random.nextInt(3) == 0;
            double value = leads ? start + rise : start - 10 * noise - random.nextDouble();
            evidence.add(
                    fails
                            ? new Evidence(name + attempt, from, 0, OptionalDouble.empty(), noise, 1)
                            : look(name + attempt, from, value));
        }
    }

    private Evidence look(String id, @Nullable String from, double value) {
        return new Evidence(id, from, 0, OptionalDouble.of(value + noise * random.nextGaussian()), noise, 1);
    }

    Portfolio portfolio() {
        return new Portfolio(evidence.stream()
                .map(e -> Hypothesis.builder(e.hypothesis(), new Family("f")).build())
                .toList());
    }

    List<Evidence> evidence() {
        return evidence;
    }

    /** Returns the promise of a route: that of all its attempts together. */
    double promiseOf(String name, Promises promises) {
        return promises.routes().entrySet().stream()
                .filter(e -> e.getKey().startsWith(name))
                .mapToDouble(java.util.Map.Entry::getValue)
                .sum();
    }

    /** Returns the same attempts, each made from the first one. */
    List<Evidence> allFromTheStart() {
        String first = evidence.get(0).hypothesis();
        return evidence.stream()
                .map(e -> new Evidence(
                        e.hypothesis(), e.from() == null ? null : first, e.step(), e.value(), e.noise(), e.effort()))
                .toList();
    }

    DrawnSearch renamed(UnaryOperator<String> name) {
        DrawnSearch other = new DrawnSearch(random, noise);
        evidence.forEach(e -> other.evidence.add(new Evidence(
                name.apply(e.hypothesis()),
                e.from() == null ? null : name.apply(e.from()),
                e.step(),
                e.value(),
                e.noise(),
                e.effort())));
        return other;
    }
}

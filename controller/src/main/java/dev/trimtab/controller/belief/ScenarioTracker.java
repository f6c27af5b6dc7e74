package dev.trimtab.controller.belief;

import dev.trimtab.controller.belief.ScenarioBelief.Scenario;
import dev.trimtab.controller.portfolio.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tracks which scenarios are still missed, by family. */
final class ScenarioTracker implements AdequacyTracker {
    private final Map<Family, Integer> places = new HashMap<>();
    private final List<List<Sample>> samplesOf = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final double[] misses;

    /** One scenario: its share of the weight and the places of its families. */
    private static final class Sample {
        final double share;
        final int[] families;

        Sample(double share, int[] families) {
            this.share = share;
            this.families = families;
        }
    }

    ScenarioTracker(ScenarioBelief belief, double totalWeight) {
        for (Family family : belief.families()) {
            places.put(family, samplesOf.size());
            samplesOf.add(new ArrayList<>());
        }
        misses = new double[places.size()];
        Arrays.fill(misses, 1);
        for (Scenario scenario : belief.scenarios()) {
            int[] families = scenario.adequate().stream().mapToInt(places::get).toArray();
            Sample sample = new Sample(scenario.weight() / totalWeight, families);
            samples.add(sample);
            for (int family : families) {
                samplesOf.get(family).add(sample);
            }
        }
    }

    @Override
    public void set(Family family, double survival) {
        Integer place = places.get(family);
        if (place != null) {
            misses[place] = 1 - survival;
        }
    }

    @Override
    public double adequacy() {
        double sum = 0;
        for (Sample sample : samples) {
            sum += sample.share * (1 - missed(sample, -1));
        }
        return Math.min(1, sum);
    }

    @Override
    public double slope(Family family) {
        Integer place = places.get(family);
        double sum = 0;
        if (place != null) {
            for (Sample sample : samplesOf.get(place)) {
                sum += sample.share * missed(sample, place);
            }
        }
        return Math.min(1, sum);
    }

    /** Returns the chance that none of the sample's families survives, the excepted one aside. */
    private double missed(Sample sample, int except) {
        double none = 1;
        for (int family : sample.families) {
            none *= family == except ? 1 : misses[family];
        }
        return none;
    }
}

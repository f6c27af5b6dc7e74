package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Which routes can have the work that success asks for in time (law L12). */
final class WorkAheadTest {
    private final List<Hypothesis> routes = new ArrayList<>();
    private final Map<String, Double> done = new HashMap<>();
    private final double[] promise = new double[8];
    private final Representation[] held = new Representation[promise.length];
    private int finished;

    @Property(tries = 300, seed = "1")
    void ofOneStepOfWorkEach_asManyRoutesAsDecisionsAreInTimeAndNoneLeftOutPromisesMore(@ForAll long seed) {
        draw(seed);
        int decisions = (int) Math.floorMod(seed, 10L);

        boolean[] inTime = new WorkAhead(decisions, WorkDemand.of(1, done)).inTime(routes, held, promise);

        double least = 1;
        double mostLeftOut = 0;
        int counted = 0;
        for (int i = 0; i < inTime.length; i++) {
            boolean worked = done.containsKey(routes.get(i).id());
            assertThat(inTime[i] || !worked).isTrue();
            counted += inTime[i] ? 1 : 0;
            least = inTime[i] && !worked ? Math.min(least, promise[i]) : least;
            mostLeftOut = inTime[i] ? mostLeftOut : Math.max(mostLeftOut, promise[i]);
        }
        assertThat(counted).isEqualTo(Math.min(inTime.length, finished + decisions));
        assertThat(mostLeftOut).isLessThanOrEqualTo(least);
    }

    @Property(tries = 300, seed = "1")
    void ofSeveralSteps_noRouteIsInTimeThatTheDecisionsLeftCannotFinish(@ForAll long seed) {
        draw(seed);
        int needed = 1 + (int) Math.floorMod(seed, 4L);
        int decisions = (int) Math.floorMod(seed / 7, 6L);
        WorkDemand demand = WorkDemand.of(needed, done);
        Arrays.fill(held, 4, 8, Representation.SHADOW);
        held[7] = Representation.EXTINCT;

        boolean[] inTime = new WorkAhead(decisions, demand).inTime(routes, held, promise);

        for (int i = 0; i < inTime.length; i++) {
            int left = demand.left(routes.get(i).id());
            int reopened = held[i] == Representation.SHADOW ? 1 : 0;
            assertThat(inTime[i] && left > 0 && (left + reopened > decisions || held[i] == Representation.EXTINCT))
                    .isFalse();
        }
    }

    /** Three steps each: 0.8 takes 1 + 2 * 0.8 = 2.6 decisions as expected, which leaves 4.4 of 7 for 0.5 (2 expected), then 2.4, too few for 0.1. */
    @Example
    void ofSeveralSteps_decisionsGoToThoseThatPromiseMostAStepAsFarAsTheyAreExpectedToReach() {
        draw(1);
        done.clear();
        double[] promises = {0.1, 0.5, 0.8};

        boolean[] seven = new WorkAhead(7, WorkDemand.of(3, done)).inTime(routes.subList(0, 3), held, promises);
        boolean[] eight = new WorkAhead(8, WorkDemand.of(3, done)).inTime(routes.subList(0, 3), held, promises);
        boolean[] five = new WorkAhead(5, WorkDemand.of(3, done)).inTime(routes.subList(0, 3), held, promises);
        boolean[] nearlyDone = new WorkAhead(3, WorkDemand.of(3, Map.of("h0", 2.5)))
                .inTime(routes.subList(0, 3), held, new double[] {0.35, 0.5, 0.6});

        assertThat(seven).containsExactly(false, true, true);
        assertThat(eight).containsExactly(true, true, true);
        assertThat(five).containsExactly(false, false, true);
        assertThat(nearlyDone).containsExactly(true, false, false);
    }

    @Property(tries = 300, seed = "1")
    void alone_routeIsInTimeExactlyWhereItWouldBeAsTheOnlyRoute(@ForAll long seed) {
        draw(seed);
        Arrays.fill(held, 4, 8, Representation.SHADOW);
        held[7] = Representation.EXTINCT;
        WorkAhead work = new WorkAhead(
                (int) Math.floorMod(seed / 7, 6L), WorkDemand.of(1 + (int) Math.floorMod(seed, 4L), done));

        boolean[] alone = work.inTimeAlone(routes, held);

        for (int i = 0; i < alone.length; i++) {
            assertThat(alone[i])
                    .isEqualTo(work.inTime(
                                    routes.subList(i, i + 1), new Representation[] {held[i]}, new double[] {promise[i]
                                    })[0]);
        }
    }

    private void draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        routes.clear();
        done.clear();
        finished = 0;
        Arrays.fill(held, Representation.FULL);
        for (int i = 0; i < promise.length; i++) {
            routes.add(Hypothesis.builder("h" + i, new Family("f" + i))
                    .cost(10, 10, 0, 10)
                    .build());
            promise[i] = random.nextDouble();
            if (random.nextInt(3) == 0) {
                done.put("h" + i, 1.0);
                finished++;
            }
        }
    }
}

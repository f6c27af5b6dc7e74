package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.benchmark.testing.ToyRoute;
import dev.trimtab.benchmark.testing.ToyRun;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.journal.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller acts in a run: AIDE in the real loop, searching a world with a lure (best at first, it never rises) and with routes that rise.
 * What the controller decides is what the next prompt shows.
 */
final class ControllerInARunTest {
    private static final List<ToyRoute> WORLD = List.of(
            new ToyRoute("XGBoost", 0.80, 0, 0, 8),
            new ToyRoute("RandomForestClassifier", 0.74, 2, 0.02, 2),
            new ToyRoute("LogisticRegression", 0.70, 0, 0, 2),
            new ToyRoute("KNeighborsClassifier", 0.66, 3, 0.03, 2),
            new ToyRoute("XGBoost", 0.78, 2, 0.02, 1),
            new ToyRoute("GaussianNB", 0.60, 0, 0, 2));
    private static final int STEPS = 50;
    private static final int MEMORY = 500;

    @TempDir
    private static Path directory;

    private static ToyRun scaffold;
    private static ToyRun controller;
    private static ToyRun advice;

    @BeforeAll
    static void run() throws IOException {
        scaffold = ToyRun.of(directory.resolve("s"), WORLD, "portfolio", Pursuit.Mode.SCAFFOLD, STEPS, MEMORY);
        controller = ToyRun.of(directory.resolve("c"), WORLD, "portfolio", Pursuit.Mode.CONTROLLER, STEPS, MEMORY);
        advice = ToyRun.of(directory.resolve("a"), WORLD, "portfolio", Pursuit.Mode.ADVICE, /* steps= */ 14, MEMORY);
    }

    @Test
    void everyKindOfDecision_isTakenInOneRun_andItsCertificatesCanBeCheckedAgain() {
        RunAudit audit = RunAudit.of(scaffold.events(), /* lowerIsBetter= */ false);
        RunAudit other = RunAudit.of(controller.events(), /* lowerIsBetter= */ false);

        assertThat(audit.certificates().decisions())
                .containsOnlyKeys(
                        "keep", "compress", "substitute", "retire", "branch", "reset", "pursue", "recover", "expand");
        assertThat(audit.certificates().wrong()).isZero();
        assertThat(audit.certificates().recomputed())
                .isGreaterThan(audit.certificates().compared());
        assertThat(other.certificates().wrong()).isZero();
    }

    @Test
    void window_thatIsEntered_isCertifiedByLawL11_onceAfterEachVerification() {
        int entered = 0;
        int spoken = 0;
        boolean verified = false;
        for (Event event : scaffold.events()) {
            verified |= event instanceof Event.Verified;
            if (event instanceof Event.ContextPlanned plan) {
                List<String> provenance = plan.certificates().stream()
                        .filter(certificate -> certificate.get("law").asText().equals("L11"))
                        .map(certificate ->
                                certificate.at("/inputs/gamma/provenance").asText("none"))
                        .toList();
                assertThat(provenance).isEqualTo(verified ? List.of("assumed", "none") : List.of());
                entered += provenance.size() / 2;
                spoken += verified ? 1 : 0;
                verified = false;
            }
        }

        assertThat(entered).isEqualTo(spoken).isGreaterThan(2);
    }

    @Test
    void memoryThatBinds_isFilledAndNeverPassed() {
        plans(scaffold).forEach((plan, memory) -> {
            assertThat(plan.granted()).isLessThanOrEqualTo(MEMORY);
            if (plan.wanted() > 2 * MEMORY) {
                assertThat(plan.granted()).isGreaterThan(MEMORY * 4 / 5);
            }
        });
    }

    @Test
    void compressed_isARecordInsteadOfTheWhole() {
        int found = each("compress", (decision, memory) -> {
            Attempt attempt = attempt(scaffold, decision);
            assertThat(memory).contains(record(attempt)).doesNotContain(whole(attempt));
        });

        assertThat(found).isPositive();
    }

    @Test
    void retired_isGoneFromTheContext_orAHandle() {
        int found = each("retire", (decision, memory) -> {
            Attempt attempt = attempt(scaffold, decision);
            assertThat(memory.replaceAll("(?m)^.*\\| archived.*$", ""))
                    .doesNotContain(whole(attempt))
                    .doesNotContain(record(attempt));
        });

        assertThat(found).isPositive();
        assertThat(plans(scaffold).values()).anyMatch(memory -> memory.contains("| archived"));
    }

    @Test
    void recoveredOrExpanded_isBackAsItsDecisionSays() {
        int recovered =
                each("recover", (decision, memory) -> assertThat(memory).contains(whole(attempt(scaffold, decision))));
        int expanded = each("expand", (decision, memory) -> {
            Attempt attempt = attempt(scaffold, decision);
            boolean full = decision.get("to").asText().equals("full");
            assertThat(memory).contains(full ? whole(attempt) : record(attempt));
        });

        assertThat(recovered).isPositive();
        assertThat(expanded).isPositive();
    }

    @Test
    void substituted_givesItsPlaceToAnotherOfItsFamily() {
        Map<String, String> families = new HashMap<>();
        events(scaffold, Event.Attempted.class)
                .forEach(a -> families.put(a.attempt().id(), a.family()));
        int found = each("substitute", (decision, memory) -> {
            String leaves = decision.get("hypothesis").asText();
            String comes = decision.get("substitute").asText();
            assertThat(families.get(comes)).isEqualTo(families.get(leaves));
            assertThat(memory)
                    .contains(whole(attempt(scaffold, comes)))
                    .doesNotContain(whole(attempt(scaffold, leaves)));
        });

        assertThat(found).isPositive();
    }

    @Test
    void reset_leavesItsSeedOnly_andCostsAStep() {
        Set<Integer> started = new HashSet<>();
        events(scaffold, Event.StepStarted.class).forEach(s -> started.add(s.step()));
        int found = 0;
        for (Event.ContextPlanned plan : plans(scaffold).keySet()) {
            for (JsonNode decision : plan.decisions()) {
                if (decision.get("type").asText().equals("reset")) {
                    found++;
                    Set<String> seed = new HashSet<>();
                    decision.get("seed").forEach(id -> seed.add(id.asText()));
                    Set<String> active = new HashSet<>(plan.representations().keySet());
                    active.removeIf(id -> plan.representations().get(id).matches("shadow|extinct"));
                    assertThat(active).isEqualTo(seed);
                    assertThat(started).doesNotContain(plan.step() + 1);
                }
            }
        }

        assertThat(found).isPositive();
    }

    @Test
    void scaffoldThatDecides_isNotMovedByABranchInTheLog() {
        assertThat(events(scaffold, Event.Attempted.class))
                .filteredOn(a -> a.attempt().parent() == null)
                .as("AIDE drafts five times")
                .hasSize(5);
        assertThat(events(scaffold, Event.StepStarted.class))
                .extracting(Event.StepStarted::pursuit)
                .containsOnly("native");
    }

    @Test
    void controllerThatDecides_isObeyed_andEachStepHasItsCertificate() {
        Map<Integer, Attempt> made = new HashMap<>();
        events(controller, Event.Attempted.class).forEach(a -> made.put(a.step(), a.attempt()));
        Set<String> pursuits = new HashSet<>();
        for (Event.StepStarted started : events(controller, Event.StepStarted.class)) {
            Attempt attempt = Objects.requireNonNull(made.get(started.step()));
            pursuits.add(started.pursuit().split(" ", -1)[0]);
            if (started.pursuit().startsWith("work-on ")) {
                assertThat("work-on " + attempt.parent()).isEqualTo(started.pursuit());
                assertThat(started.decisions())
                        .last()
                        .satisfies(d ->
                                assertThat(d.at("/certificate/law").asText()).isEqualTo("L12"));
            } else if (started.pursuit().equals("open-family")) {
                assertThat(attempt.parent()).isNull();
                assertThat(prompt(controller, started.step())).contains("try one that has not been tried");
                assertThat(started.decisions())
                        .singleElement()
                        .satisfies(d -> assertThat(d.at("/certificate/holds").asBoolean())
                                .isTrue());
            }
        }

        assertThat(pursuits).contains("work-on", "open-family");
    }

    @Test
    void controllerThatDecides_leavesTheLureForARouteThatRises() {
        Attempt unsteered = Objects.requireNonNull(scaffold.ending().chosen());
        Attempt steered = Objects.requireNonNull(controller.ending().chosen());

        assertThat(unsteered.score()).as("AIDE improves what is best").isEqualTo(0.80);
        assertThat(steered.score()).isGreaterThan(0.85);
    }

    @Test
    void advice_isShownToTheModel_andTheScaffoldDecides() {
        List<Event.StepStarted> advised = events(advice, Event.StepStarted.class).stream()
                .filter(s -> !s.pursuit().equals("native"))
                .filter(s -> prompt(advice, s.step()).contains("# Memory"))
                .toList();

        assertThat(advised).isNotEmpty().allSatisfy(s -> {
            String prompt = prompt(advice, s.step());
            assertThat(prompt).contains("# Advice");
            if (s.pursuit().startsWith("work-on ")) {
                String plan = attempt(advice, s.pursuit().substring("work-on ".length()))
                        .plan();
                assertThat(prompt).contains(plan.substring(0, plan.indexOf(". ") + 1));
            }
        });
        assertThat(events(advice, Event.Attempted.class))
                .filteredOn(a -> a.attempt().parent() == null)
                .hasSize(5);
    }

    /** Checks each decision of a type in the scaffold's run against the memory that was shown; returns how many there are. */
    private static int each(String type, BiConsumer<JsonNode, String> check) {
        int found = 0;
        for (Map.Entry<Event.ContextPlanned, String> plan : plans(scaffold).entrySet()) {
            for (JsonNode decision : plan.getKey().decisions()) {
                if (decision.get("type").asText().equals(type)) {
                    found++;
                    check.accept(decision, plan.getValue());
                }
            }
        }
        return found;
    }

    /** Returns the plans of a run, each with the memory that its prompt showed. */
    private static Map<Event.ContextPlanned, String> plans(ToyRun run) {
        Map<Event.ContextPlanned, String> plans = new HashMap<>();
        events(run, Event.ContextPlanned.class).forEach(plan -> {
            String prompt = prompt(run, plan.step());
            int from = prompt.indexOf("# Memory");
            plans.put(plan, from < 0 ? "" : prompt.substring(from, prompt.indexOf("# Instructions")));
        });
        return plans;
    }

    private static <E extends Event> List<E> events(ToyRun run, Class<E> type) {
        return run.events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns the first prompt of a step, as sent. */
    private static String prompt(ToyRun run, int step) {
        Path file = run.directory().resolve(String.format("steps/%04d/prompt.json", step));
        try {
            JsonNode calls = new ObjectMapper().readTree(Files.readString(file));
            return calls.at("/0/request/messages/0/text").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attempt attempt(ToyRun run, JsonNode decision) {
        return attempt(run, decision.get("hypothesis").asText());
    }

    private static Attempt attempt(ToyRun run, String id) {
        return events(run, Event.Attempted.class).stream()
                .map(Event.Attempted::attempt)
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String whole(Attempt attempt) {
        return "Design: " + attempt.plan();
    }

    private static String record(Attempt attempt) {
        return "- (" + attempt.id() + ") family: ";
    }
}

package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.NamedFiles;
import dev.trimtab.runtime.config.PolicyConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped policy decides over a real search of attempts, through one adapter if it is one of the law layer's. */
final class ComparatorContextPolicyTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));

    /** All but the bound that no run can be given. */
    static List<String> shipped() {
        return NamedFiles.names(HOME.resolve("configs/policies")).stream()
                .filter(name -> !name.equals("oracle"))
                .toList();
    }

    @Test
    void create_ofTheOracle_isRefusedSinceNoRunKnowsWhatIsAdequate() {
        assertThatThrownBy(() -> policy("oracle"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("which no run knows");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void plan_overASearch_staysWithinTheBudgetAndShowsSomething(String name) {
        ContextPolicy policy = policy(name);
        for (int attempts = 1; attempts < 24; attempts++) {
            ContextView view = Samples.view(attempts, /* budget= */ 220);
            ContextPlan plan = policy.plan(view);
            policy.adopted(plan, view.search());

            assertThat(plan.granted()).isBetween(1, 220);
        }
    }

    @Test
    void plan_greedySingleRoute_showsTheBestAttemptOnly() {
        ContextPlan plan = policy("greedy-single-route").plan(Samples.view(/* attempts= */ 12, /* budget= */ 400));

        assertThat(plan.shown()).singleElement().satisfies(s -> {
            assertThat(s.item().id()).isEqualTo("n10");
            assertThat(s.representation()).isEqualTo(Representation.FULL);
        });
        assertThat(plan.decisions().get(0).at("/certificate/law").asText()).isEqualTo("NONE");
        assertThat(plan.readings()).containsKeys("contamination", "adequacy");
    }

    /** Of twelve attempts three failed; a line about one would be no shorter than what there is of it. */
    @Test
    void plan_greedySummarize_givesUpTheFailedAttemptsFirst() {
        ContextPlan plan = policy("greedy-summarize").plan(Samples.view(/* attempts= */ 12, /* budget= */ 270));

        assertThat(plan.representations()).containsEntry("n10", Representation.FULL);
        assertThat(plan.representations().entrySet())
                .filteredOn(e -> e.getValue() == Representation.EXTINCT)
                .extracting(Map.Entry::getKey)
                .isSubsetOf("n3", "n7", "n11")
                .isNotEmpty();
    }

    private static ContextPolicy policy(String name) {
        return new ContextPolicies().create(PolicyConfig.load(HOME, name));
    }
}

package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.UserError;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** AIDE's search rules, by the ids of the fidelity checklist. */
class NodeSelectorTest {
    private static final NodeSelector ALWAYS_DEBUG = new NodeSelector(2, 1, 3);
    private static final NodeSelector NEVER_DEBUG = new NodeSelector(2, 0, 3);

    @Test
    void a01_fewerDraftsThanWanted_drafts() {
        Nodes nodes = Nodes.maximizing().good("a", null, 0.9).good("b", "a", 0.95);

        assertThat(ALWAYS_DEBUG.select(nodes.tree(), random(0))).isNull();
        assertThat(NEVER_DEBUG.select(nodes.tree(), random(0))).isNull();
    }

    @Test
    void a01_fewerDraftsThanWantedAllBuggy_drafts() {
        assertThat(ALWAYS_DEBUG.select(Nodes.maximizing().buggy("a", null).tree(), random(0)))
                .isNull();
    }

    @Test
    void a02_buggyLeafAtTheGreatestDepth_isDebugged() {
        Nodes nodes = chainOfBugs(4);

        assertThat(nodes.tree().get("bug3").debugDepth()).isEqualTo(3);
        assertThat(select(ALWAYS_DEBUG, nodes)).isEqualTo("bug3");
    }

    @Test
    void a02_buggyLeafBeyondTheGreatestDepth_isNotDebugged() {
        Nodes nodes = chainOfBugs(5);

        assertThat(nodes.tree().get("bug4").debugDepth()).isEqualTo(4);
        assertThat(select(ALWAYS_DEBUG, nodes)).isEqualTo("good");
    }

    @Test
    void a03_withoutDebugging_theBestGoodNodeIsImproved() {
        Nodes nodes =
                Nodes.maximizing().good("a", null, 0.7).good("b", null, 0.8).buggy("c", "a");

        assertThat(select(NEVER_DEBUG, nodes)).isEqualTo("b");
    }

    @Test
    void a04_nothingGoodNothingToDebug_draftsBeyondTheNumber() {
        Nodes nodes = Nodes.maximizing().buggy("a", null).buggy("b", null);

        assertThat(NEVER_DEBUG.select(nodes.tree(), random(0))).isNull();
        assertThat(new NodeSelector(2, 1, 0)
                        .select(nodes.buggy("c", "a").buggy("d", "b").tree(), random(0)))
                .isNull();
    }

    @Test
    void a05_buggyNodeWithAChild_isNeverDebugged() {
        Nodes nodes = Nodes.maximizing().buggy("a", null).buggy("b", null).good("c", "a", 0.5);

        Set<String> chosen = new HashSet<>();
        for (int step = 0; step < 200; step++) {
            chosen.add(ALWAYS_DEBUG.select(nodes.tree(), random(step)).id());
        }

        assertThat(chosen).containsExactly("b");
    }

    @Test
    void a06_equalScores_theEarliestIsBest() {
        Nodes nodes =
                Nodes.maximizing().good("a", null, 0.7).good("b", null, 0.7).good("c", null, 0.7);

        assertThat(nodes.tree().best().id()).isEqualTo("a");
    }

    @Test
    void a06_lowerIsBetter_theLowerScoreIsBest() {
        Nodes nodes =
                Nodes.minimizing().good("a", null, 0.7).good("b", null, 0.2).good("c", null, 0.9);

        assertThat(nodes.tree().best().id()).isEqualTo("b");
    }

    @Test
    void a07_buggyNode_neverBeatsAValidOneInEitherDirection() {
        assertThat(Nodes.maximizing()
                        .buggy("a", null)
                        .good("b", null, -1e9)
                        .tree()
                        .best()
                        .id())
                .isEqualTo("b");
        assertThat(Nodes.minimizing()
                        .good("b", null, 1e9)
                        .buggy("a", null)
                        .tree()
                        .best()
                        .id())
                .isEqualTo("b");
        assertThat(Nodes.minimizing().buggy("a", null).tree().best()).isNull();
    }

    @Test
    void select_halfTheTime_debugsAboutHalfTheTime() {
        NodeSelector even = new NodeSelector(2, 0.5, 3);
        Nodes nodes = Nodes.maximizing().good("a", null, 0.7).buggy("b", null);

        int debugged = 0;
        for (int step = 0; step < 1000; step++) {
            debugged += even.select(nodes.tree(), random(step)).id().equals("b") ? 1 : 0;
        }

        assertThat(debugged).isBetween(430, 570);
    }

    @Test
    void best_directionsThatDisagree_isAnErrorThatSaysWhatToDo() {
        Nodes nodes = Nodes.maximizing().good("a", null, 0.7).goodTheOtherWay("b", 0.8);

        assertThatThrownBy(() -> nodes.tree().best())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("strict-compat: false");
    }

    private static Nodes chainOfBugs(int length) {
        Nodes nodes = Nodes.maximizing().good("good", null, 0.6);
        for (int i = 0; i < length; i++) {
            nodes.buggy("bug" + i, i == 0 ? null : "bug" + (i - 1));
        }
        return nodes;
    }

    private static String select(NodeSelector selector, Nodes nodes) {
        return selector.select(nodes.tree(), random(0)).id();
    }

    private static java.util.random.RandomGenerator random(int step) {
        return new RandomStreams(11).stream(step, "test");
    }
}

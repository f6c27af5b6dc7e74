package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.kernel.ErrorSummary;
import java.time.Duration;

/** Makes nodes and trees for tests. */
final class Nodes {
    private final SolutionTree tree = new SolutionTree();
    private final boolean higherIsBetter;

    Nodes(boolean higherIsBetter) {
        this.higherIsBetter = higherIsBetter;
    }

    static Nodes maximizing() {
        return new Nodes(true);
    }

    static Nodes minimizing() {
        return new Nodes(false);
    }

    Nodes good(String id, String parent, double score) {
        return add(id, parent, score, higherIsBetter);
    }

    Nodes goodTheOtherWay(String id, double score) {
        return add(id, null, score, !higherIsBetter);
    }

    Nodes buggy(String id, String parent) {
        return add(id, parent, null, higherIsBetter);
    }

    SolutionTree tree() {
        return tree;
    }

    private Nodes add(String id, String parentId, Double score, boolean higher) {
        SolutionNode parent = parentId == null ? null : tree.get(parentId);
        Attempt.Stage stage =
                parent == null ? Attempt.Stage.DRAFT : parent.buggy() ? Attempt.Stage.DEBUG : Attempt.Stage.IMPROVE;
        boolean buggy = score == null;
        Attempt attempt = new Attempt(
                id,
                parentId,
                tree.nodes().size(),
                stage,
                "plan " + id,
                "code " + id,
                score,
                "analysis " + id,
                buggy ? "KeyError" : null,
                buggy ? Attempt.Fault.EXCEPTION : null,
                !buggy,
                null);
        tree.add(new SolutionNode(
                attempt,
                SolutionTree.depthBelow(parent),
                higher,
                "output " + id,
                Duration.ofSeconds(3),
                buggy ? new ErrorSummary("KeyError", "'age'", 4) : null));
        return this;
    }
}

package dev.trimtab.scaffolds.aide;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * AIDE's search policy: drafts first, then a coin between repairing a random broken leaf and improving the best solution.
 *
 * @param numDrafts drafts before anything else
 * @param debugProb probability of looking for something to repair
 * @param maxDebugDepth greatest debug depth at which a node is still repaired
 */
record NodeSelector(int numDrafts, double debugProb, int maxDebugDepth) {
    /**
     * Returns the node to work on (repaired when buggy, else improved), or null for a fresh draft.
     *
     * @param random draws the coin, then the choice
     */
    @Nullable SolutionNode select(SolutionTree tree, RandomGenerator random) {
        if (tree.drafts() < numDrafts) {
            return null;
        }
        if (random.nextDouble() < debugProb) {
            List<SolutionNode> broken = tree.debuggable(maxDebugDepth);
            if (!broken.isEmpty()) {
                return broken.get(random.nextInt(broken.size()));
            }
        }
        return tree.best();
    }
}

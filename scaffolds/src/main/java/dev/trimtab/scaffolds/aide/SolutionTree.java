package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.context.ContextItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All solutions of a run in the order in which they were made, each under the one it was made from. Not thread-safe. */
final class SolutionTree {
    private final Map<String, SolutionNode> nodes = new LinkedHashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final List<ContextItem> memory = new ArrayList<>();

    /** Adds a solution whose parent, if it has one, is in the tree. */
    void add(SolutionNode node) {
        String parent = node.attempt().parent();
        if (parent != null) {
            parents.add(get(parent).id());
        }
        if (nodes.putIfAbsent(node.id(), node) != null) {
            throw new IllegalArgumentException("node " + node.id() + " is in the tree already");
        }
        memory.add(new ContextItem(
                node.id(), ContextItem.Kind.ATTEMPT, node.attempt().step(), node.memoryText(), node.attempt()));
    }

    /** Returns the node of an id that is in the tree. */
    SolutionNode get(String id) {
        SolutionNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("there is no attempt " + id + "; known: " + nodes.keySet());
        }
        return node;
    }

    boolean contains(String id) {
        return nodes.containsKey(id);
    }

    /** Returns the nodes, oldest first. */
    Collection<SolutionNode> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /** Returns the nodes as what may be remembered of them, oldest first. */
    List<ContextItem> memory() {
        return Collections.unmodifiableList(memory);
    }

    /** Returns how many solutions were drafted from nothing, buggy or not. */
    int drafts() {
        return (int) nodes.values().stream()
                .filter(node -> node.attempt().parent() == null)
                .count();
    }

    /** Returns the buggy nodes without a child whose debug depth is at most {@code maxDepth}, oldest first. */
    List<SolutionNode> debuggable(int maxDepth) {
        return nodes.values().stream()
                .filter(node -> node.buggy() && !parents.contains(node.id()) && node.debugDepth() <= maxDepth)
                .toList();
    }

    /** Returns the working node with the best score, the earliest of equals, or null when nothing works. */
    @Nullable SolutionNode best() {
        SolutionNode best = null;
        for (SolutionNode node : nodes.values()) {
            if (!node.buggy() && (best == null || beats(node, best))) {
                best = node;
            }
        }
        return best;
    }

    /** Returns the debug depth of a child of {@code parent}. */
    static int depthBelow(@Nullable SolutionNode parent) {
        return parent == null || !parent.buggy() ? 0 : parent.debugDepth() + 1;
    }

    private static boolean beats(SolutionNode node, SolutionNode other) {
        if (node.higherIsBetter() != other.higherIsBetter()) {
            throw new UserError("the model's reviews of nodes " + other.id() + " and " + node.id()
                    + " disagree on the metric's direction; set strict-compat: false to take it from the task");
        }
        return node.higherIsBetter() ? node.score() > other.score() : node.score() < other.score();
    }
}

package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that AIDE leaves, by the ids of the fidelity checklist. */
class AideJournalTest {
    @TempDir
    Path run;

    @Test
    void a18_journal_rebuildsChildrenAndDebugDepth() throws IOException {
        SolutionTree tree = Nodes.maximizing()
                .good("a", null, 0.7)
                .buggy("b", null)
                .buggy("c", "b")
                .good("d", "c", 0.8)
                .buggy("e", "d")
                .tree();
        new AideJournal("solution.py").write(tree, run);

        JsonNode journal = journal();
        SolutionTree rebuilt = rebuild(journal);

        assertThat(journal.path("__version").asText()).isEqualTo("2");
        assertThat(journal.path("nodes")).allSatisfy(node -> {
            assertThat(node.path("parent").isNull()).isTrue();
            assertThat(node.path("children")).isEmpty();
        });
        assertThat(rebuilt.nodes())
                .extracting(SolutionNode::id, SolutionNode::debugDepth)
                .isEqualTo(tree.nodes().stream()
                        .map(node -> tuple(node.id(), node.debugDepth()))
                        .toList());
        assertThat(rebuilt.debuggable(9)).extracting(SolutionNode::id).containsExactly("e");
    }

    @Test
    void a18_node_hasTheFieldsOfTheOriginal() throws IOException {
        new AideJournal("solution.py")
                .write(Nodes.minimizing().good("a", null, 0.7).buggy("b", "a").tree(), run);

        JsonNode good = journal().path("nodes").get(0);
        JsonNode bad = journal().path("nodes").get(1);

        assertThat(good.path("metric").toString()).isEqualTo("{\"value\":0.7,\"maximize\":false}");
        assertThat(good.path("_term_out").get(0).asText()).isEqualTo("output a");
        assertThat(good.path("exec_time").asDouble()).isEqualTo(3.0);
        assertThat(good.path("exc_type").isNull()).isTrue();
        assertThat(bad.path("is_buggy").asBoolean()).isTrue();
        assertThat(bad.path("fault").asText()).isEqualTo("exception");
        assertThat(bad.path("exc_type").asText()).isEqualTo("KeyError");
        assertThat(bad.at("/exc_info/args/0").asText()).isEqualTo("'age'");
        assertThat(bad.at("/exc_stack/0/1").asInt()).isEqualTo(4);
        assertThat(bad.at("/metric/value").isNull()).isTrue();
    }

    @Test
    void a19_everyStep_rewritesTheFiles_fromTheFirstOn() throws IOException {
        FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true))
                .writes("score 0.5\nwrite", "raise KeyError x", "score 0.6\nwrite");
        AideAgent agent = new AideAgent(context.task(), AideConfig.DEFAULT, false);
        String last = "";

        for (int step = 1; step <= 3; step++) {
            context.run(agent);
            agent.export(run);

            assertThat(journal().path("nodes")).hasSize(step);
            String node = Files.readString(run.resolve("best_solution/node_id.txt"));
            assertThat(node.equals(last)).as("the same best in step " + step).isEqualTo(step == 2);
            last = node;
        }
    }

    @Test
    void a19_nothingThatWorks_leavesNoBestSolution() {
        FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true)).writes("raise KeyError x", "write");
        AideAgent agent = new AideAgent(context.task(), AideConfig.DEFAULT, false);
        context.runAll(agent);
        agent.export(run);

        assertThat(run.resolve("journal.json")).isNotEmptyFile();
        assertThat(run.resolve("best_solution")).doesNotExist();
    }

    @Test
    void a20_bestSolution_changesOnlyWhenTheNewNodeIsBest() throws IOException {
        FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true))
                .writes("score 0.7\nwrite", "score 0.6\nwrite", "score 0.9", "score 0.8\nwrite");
        AideAgent agent = new AideAgent(context.task(), AideConfig.DEFAULT, false);

        assertThat(bestAfterStep(context, agent)).isEqualTo("score 0.7\nwrite");
        assertThat(bestAfterStep(context, agent)).isEqualTo("score 0.7\nwrite");
        assertThat(bestAfterStep(context, agent)).isEqualTo("score 0.7\nwrite");
        assertThat(bestAfterStep(context, agent)).isEqualTo("score 0.8\nwrite");
        assertThat(run.resolve("best_solution/node_id.txt")).content().hasSize(8);
    }

    @Test
    void write_again_leavesTheFileOfTheStepBeforeWhole() throws IOException {
        SolutionTree whole = Nodes.minimizing()
                .good("a", null, 0.7)
                .buggy("b", "a")
                .good("c", "b", 0.6)
                .good("d", "c", 0.5)
                .tree();
        AideJournal journal = new AideJournal("solution.py");
        SolutionTree growing = new SolutionTree();
        byte[] last = {};
        for (SolutionNode node : whole.nodes()) {
            growing.add(node);
            journal.write(growing, run);
            if (last.length > 0) {
                assertThat(Files.readAllBytes(run.resolve("journal.json.old"))).isEqualTo(last);
            }
            last = Files.readAllBytes(run.resolve("journal.json"));
            assertThat(run.resolve("journal.json.tmp")).doesNotExist();
        }
    }

    @Test
    void write_asTheTreeGrows_givesTheSameBytesAsAllAtOnce() throws IOException {
        SolutionTree whole = Nodes.minimizing()
                .good("a", null, 0.7)
                .buggy("b", "a")
                .good("c", "b", 0.6)
                .tree();
        Path file = run.resolve("journal.json");
        new AideJournal("solution.py").write(whole, run);
        byte[] atOnce = Files.readAllBytes(file);
        Files.write(file, new byte[2 * atOnce.length]);
        SolutionTree growing = new SolutionTree();
        AideJournal journal = new AideJournal("solution.py");

        for (SolutionNode node : whole.nodes()) {
            growing.add(node);
            journal.write(growing, run);
            assertThat(journal().path("nodes")).hasSize(growing.nodes().size());
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(atOnce);
    }

    private String bestAfterStep(FakeRunContext context, AideAgent agent) throws IOException {
        context.run(agent);
        agent.export(run);
        return Files.readString(run.resolve("best_solution/solution.py"));
    }

    private JsonNode journal() throws IOException {
        return new ObjectMapper().readTree(run.resolve("journal.json").toFile());
    }

    /** Reads a journal as AIDE does: links come from {@code node2parent} alone. */
    private static SolutionTree rebuild(JsonNode journal) {
        Map<String, String> parents = new HashMap<>();
        journal.path("node2parent")
                .properties()
                .forEach(e -> parents.put(e.getKey(), e.getValue().asText()));
        Nodes nodes = Nodes.maximizing();
        for (JsonNode node : journal.path("nodes")) {
            String id = node.path("id").asText();
            if (node.path("is_buggy").asBoolean()) {
                nodes.buggy(id, parents.get(id));
            } else {
                nodes.good(id, parents.get(id), node.at("/metric/value").asDouble());
            }
        }
        return nodes.tree();
    }
}

package dev.trimtab.scaffolds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the run loop may rely on, whatever the scaffold. */
public abstract class ScaffoldContract {
    private static final Task TASK = FakeRunContext.task(true);

    @TempDir
    Path directory;

    /** Returns the scaffold under test. */
    protected abstract Scaffold<?> scaffold();

    /** Queues replies that make the agent try working and failing solutions, {@code steps} in all, with steps between that try none if need be. */
    protected abstract FakeRunContext scripted(FakeRunContext context, int steps);

    @Test
    void name_ofAShippedScaffold_findsItInTheRegistry() {
        assertThat(new Scaffolds().named(scaffold().name())).hasSameClassAs(scaffold());
    }

    @Test
    void step_always_reportsTheStepAndAnIdOfItsOwn() {
        List<Attempt> attempts = run(1, 6);

        assertThat(attempts).hasSize(6);
        assertThat(attempts).extracting(Attempt::step).isSorted().doesNotHaveDuplicates();
        assertThat(attempts).extracting(Attempt::id).doesNotHaveDuplicates();
        for (Attempt attempt : attempts) {
            if (attempt.parent() != null) {
                assertThat(attempts.subList(0, attempts.indexOf(attempt)))
                        .extracting(Attempt::id)
                        .contains(attempt.parent());
            }
        }
    }

    @Test
    void step_withEqualSeeds_doesTheSame() {
        assertThat(run(7, 8)).isEqualTo(run(7, 8));
    }

    @Test
    void request_withMemory_offersEveryAttemptSoFarOldestFirst() {
        FakeRunContext context = scripted(FakeRunContext.of(TASK), 6);
        List<Attempt> attempts = context.runAll(start());

        for (ContextRequest request : context.requests()) {
            List<String> ids = request.optional().stream()
                    .filter(item -> item.kind() == ContextItem.Kind.ATTEMPT)
                    .map(ContextItem::id)
                    .toList();
            if (!ids.isEmpty()) {
                assertThat(ids)
                        .isEqualTo(attempts.subList(0, ids.size()).stream()
                                .map(Attempt::id)
                                .toList());
            }
        }
        assertThat(context.requests())
                .anySatisfy(request -> assertThat(request.optional()).hasSizeGreaterThan(2));
    }

    @Test
    void items_ofOneId_haveOneText() {
        FakeRunContext context = scripted(FakeRunContext.of(TASK), 8);
        context.runAll(start());

        Map<String, String> texts = new TreeMap<>();
        for (ContextRequest request : context.requests()) {
            for (ContextItem item : request.optional()) {
                assertThat(texts.computeIfAbsent(item.id(), id -> item.text())).isEqualTo(item.text());
            }
        }
    }

    @Test
    void export_beforeAndAfterEachStep_leavesWholeFilesOnly() {
        FakeRunContext context = scripted(FakeRunContext.of(TASK), 3);
        Agent agent = start();

        agent.export(directory);
        for (int step = 0; step < 3; step++) {
            context.step(agent);
            agent.export(directory);

            assertThat(files()).contains("journal.json").noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    private List<Attempt> run(long seed, int steps) {
        return scripted(FakeRunContext.of(TASK, seed, "python"), steps).runAll(start());
    }

    private Agent start() {
        return scaffold().configured(TASK, List.of(), false);
    }

    private List<String> files() {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.trimtab.runtime.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restored workspace equals the one that was kept, byte for byte, whatever happened in between. */
final class SnapshotStoreTest {
    @TempDir
    private Path dir;

    @Property(tries = 60, seed = "1")
    void restore_anyTreeOverAnyOther_givesBackTheFirst(
            @ForAll("trees") Map<String, byte[]> before, @ForAll("trees") Map<String, byte[]> after) throws Exception {
        Path scratch = Files.createTempDirectory("snapshot");
        Workspace workspace = new Workspace(scratch.resolve("w"));
        SnapshotStore store = new SnapshotStore(scratch.resolve("s"), 1 << 20, 1 << 20);
        fill(workspace, before);
        Map<String, String> kept = content(workspace);
        store.take(workspace, 1);
        FileTrees.clear(workspace.root());
        fill(workspace, after);
        Manifest second = store.take(workspace);

        store.restore(new SnapshotStore(scratch.resolve("s"), 1, 1).load(1).orElseThrow(), workspace);
        assertThat(content(workspace)).isEqualTo(kept);

        store.restore(second, workspace);
        assertThat(store.take(workspace)).isEqualTo(second);
        assertThat(new SnapshotStore(scratch.resolve("t"), 1 << 20, 1 << 20).take(workspace))
                .isEqualTo(second);
        FileTrees.clear(scratch);
        Files.delete(scratch);
    }

    @Provide
    Arbitrary<Map<String, byte[]>> trees() {
        Arbitrary<String> names = Arbitraries.of("working/", "submission/")
                .flatMap(top -> Arbitraries.of("", "a/", "a/b/", "c d/")
                        .flatMap(folder ->
                                Arbitraries.of("x", "y.csv", "ü", ".hidden").map(name -> top + folder + name)));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        return Arbitraries.maps(names, bytes).ofMaxSize(8);
    }

    @Test
    void take_changedWithEqualSizeAndTime_isNoticed() throws Exception {
        Workspace workspace = workspace();
        SnapshotStore store = store(1 << 20, 1 << 20);
        Path file = Files.writeString(workspace.working().resolve("f"), "one");
        FileTime time = Files.getLastModifiedTime(file);
        Manifest first = store.take(workspace);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);

        Manifest second = store.take(workspace);

        assertThat(second.files().get("working/f").hash())
                .isNotEqualTo(first.files().get("working/f").hash());
    }

    @Test
    void take_overTheCaps_omitsAndNamesThem() throws Exception {
        Workspace workspace = workspace();
        Files.writeString(workspace.submissionFile(), "12345678");
        Files.writeString(workspace.working().resolve("a"), "12345678");
        Files.writeString(workspace.working().resolve("b"), "12");
        Files.writeString(workspace.working().resolve("huge"), "x".repeat(11));

        Manifest manifest = store(10, 12).take(workspace);

        assertThat(manifest.files().keySet()).containsExactly("submission/submission.csv", "working/b");
        assertThat(manifest.omitted()).containsExactly("working/a", "working/huge");
    }

    @Test
    void take_linkOutOfTheWorkspace_isNotFollowed() throws Exception {
        Workspace workspace = workspace();
        Path secret = Files.writeString(dir.resolve("answers.csv"), "secret");
        Files.createSymbolicLink(workspace.working().resolve("link"), secret);
        Files.createSymbolicLink(workspace.working().resolve("folder"), dir);

        Manifest manifest = store(100, 100).take(workspace);

        assertThat(manifest.files()).isEmpty();
        assertThat(manifest.omitted()).containsExactly("working/folder", "working/link");
    }

    @Test
    void restore_keepsFoldersAndTheExecutableBit() throws Exception {
        Workspace workspace = workspace();
        Files.createDirectories(workspace.working().resolve("empty/deep"));
        Path script = Files.writeString(workspace.working().resolve("run"), "#!");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        SnapshotStore store = store(100, 100);
        Manifest manifest = store.take(workspace);

        FileTrees.clear(workspace.working());
        store.restore(manifest, workspace);

        assertThat(workspace.working().resolve("empty/deep")).isDirectory();
        assertThat(script).isExecutable();
    }

    @Test
    void restore_damagedContent_isReportedBeforeAnythingIsTouched() throws Exception {
        Workspace workspace = workspace();
        Files.writeString(workspace.working().resolve("f"), "good");
        SnapshotStore store = store(100, 100);
        Manifest manifest = store.take(workspace);
        Files.writeString(
                dir.resolve("s/blobs").resolve(manifest.files().get("working/f").hash()), "bad!");
        Files.writeString(workspace.working().resolve("f"), "newer");

        assertThatThrownBy(() -> store.restore(manifest, workspace))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("missing or damaged", "start a new one");
        assertThat(workspace.working().resolve("f")).hasContent("newer");
    }

    @Test
    void require_unknownStep_namesTheFileAndWhatToDo() {
        assertThatThrownBy(() -> store(1, 1).require(3))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(dir.toString(), "is missing", "start a new one");
    }

    @Test
    void load_unknownStep_isEmpty() {
        assertThat(store(1, 1).load(3)).isEmpty();
    }

    @Test
    void hash_dependsOnNamesAndBytesOnly() throws Exception {
        Path a = Files.createDirectory(dir.resolve("a"));
        Path b = Files.createDirectory(dir.resolve("b"));
        Files.writeString(a.resolve("f"), "x");
        Files.writeString(b.resolve("f"), "x");
        Files.setLastModifiedTime(b.resolve("f"), FileTime.fromMillis(0));

        assertThat(WorkspaceHash.ofFolder(a)).isEqualTo(WorkspaceHash.ofFolder(b));
        Files.move(b.resolve("f"), b.resolve("g"));
        assertThat(WorkspaceHash.ofFolder(a)).isNotEqualTo(WorkspaceHash.ofFolder(b));
    }

    private Workspace workspace() throws IOException {
        return Workspace.create(dir.resolve("w"), Files.createDirectory(dir.resolve("data")), InputMode.COPY);
    }

    private SnapshotStore store(long maxFile, long maxTotal) {
        return new SnapshotStore(dir.resolve("s"), maxFile, maxTotal);
    }

    private static void fill(Workspace workspace, Map<String, byte[]> tree) throws IOException {
        for (var entry : tree.entrySet()) {
            Path file = workspace.root().resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }

    private static Map<String, String> content(Workspace workspace) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (Path top : List.of(workspace.working(), workspace.submission())) {
            for (FileTrees.Item item : FileTrees.list(top)) {
                String name = top.getFileName() + "/" + item.name();
                content.put(name, item.attributes().isDirectory() ? "/" : WorkspaceHash.ofFile(item.path()));
            }
        }
        return content;
    }
}

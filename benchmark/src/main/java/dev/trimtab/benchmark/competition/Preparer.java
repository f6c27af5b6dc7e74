package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.competition.Splitter.Parts;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes prepared data of raw files by a competition's recipe.
 *
 * <p>The data appear at once or not at all: they are written beside their place and moved into it. Preparing again from
 * the same files does nothing; from other files or by another recipe it replaces the data. Processes that prepare the
 * same competition at once wait for each other.
 */
public final class Preparer {
    private static final String STAMP = "recipe.sha256";

    private final Path dataDir;

    /** @param dataDir holds {@code <id>/prepared} for every competition */
    public Preparer(Path dataDir) {
        this.dataDir = dataDir;
    }

    /**
     * Returns prepared data, made now if they are not there. Data that another program prepared are left as they are.
     *
     * @param competition what to prepare
     * @param raw the folder of the raw files that the recipe names, or the archive they came in
     * @param description shown to the agent; null for the competition's own
     * @throws UserError if raw files are missing or do not fit the recipe
     * @throws InfrastructureError if the data directory cannot be written
     */
    public PreparedData prepare(Competition competition, Path raw, @Nullable Path description) {
        PreparedData data = PreparedData.in(dataDir, competition);
        Path shown = description == null ? competition.description() : description;
        List<String> names = competition.definition().recipe().rawFiles();
        if (!Files.isRegularFile(shown)) {
            throw new UserError("no description file " + shown);
        }
        requireOurs(data, description);
        try (RawFolder opened = RawFolder.open(raw, names)) {
            List<Path> rawFiles = names.stream().map(opened.root()::resolve).toList();
            String stamp = Fingerprint.of(competition.folder().resolve(Competition.FILE), shown, rawFiles);
            if (!isCurrent(data, stamp)) {
                ReplacedFolder.write(data.root(), () -> !isCurrent(data, stamp), folder -> {
                    write(competition.definition(), opened.root(), folder, shown);
                    Files.writeString(folder.resolve(STAMP), stamp + "\n");
                });
            }
            return data;
        } catch (IOException e) {
            throw new InfrastructureError(
                    "cannot prepare " + competition.id() + " in " + dataDir + ": " + IoReason.of(e)
                            + "; another place can be given by --data-dir",
                    e);
        }
    }

    private static void write(Definition definition, Path raw, Path folder, Path description) throws IOException {
        Recipe recipe = definition.recipe();
        Rows rows = new RawTable(raw, recipe, definition.target()).read();
        Rows cells = recipe.write().style() == Recipe.Style.PANDAS ? PandasCells.of(rows) : rows;
        Parts parts = new Splitter(recipe.split()).split(cells);
        new PartsWriter(definition)
                .write(
                        new Parts(renamed(parts.train(), recipe.rename()), renamed(parts.test(), recipe.rename())),
                        folder,
                        description);
    }

    private static Rows renamed(Rows rows, Map<String, String> names) {
        return new Rows(
                rows.header().stream()
                        .map(name -> Optional.ofNullable(names.get(name)).orElse(name))
                        .toList(),
                rows.cells());
    }

    private static boolean isCurrent(PreparedData data, String stamp) throws IOException {
        Path file = data.root().resolve(STAMP);
        boolean ours = Files.exists(file);
        return data.isReady() && (!ours || Files.readString(file).strip().equals(stamp));
    }

    private static void requireOurs(PreparedData data, @Nullable Path description) {
        if (description != null && data.isReady() && !Files.exists(data.root().resolve(STAMP))) {
            throw new UserError(data.root() + " was prepared by another program and is left as it is; to use "
                    + description + ", prepare in another place by --data-dir");
        }
    }
}

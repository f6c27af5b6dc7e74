package dev.trimtab.benchmark.grid;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigTree;
import dev.trimtab.runtime.config.NamedFiles;
import dev.trimtab.runtime.model.offline.OfflineProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that an experiment's results depend on, as it was before the first cell.
 *
 * @param hashes by what it is, such as {@code grid seeds}, {@code policy ledger} or {@code profile weak}, the SHA-256 of its content
 */
record Frozen(Map<String, String> hashes) {
    private static final String OFFLINE = "offline";

    Frozen {
        hashes = Map.copyOf(hashes);
    }

    /**
     * Hashes what stands on disk now.
     *
     * @throws UserError if one of the files cannot be read
     */
    static Frozen of(GridFile file, Grid grid, List<Cell> cells, CompetitionSets sets) {
        Map<String, String> hashes = new TreeMap<>();
        ConfigTree.of(grid).forEach((key, value) -> hashes.put("grid " + key, Sha256.of(String.valueOf(value))));
        hashes.put("reference.yaml", hash(file.home().resolve("configs/reference.yaml")));
        for (Cell cell : cells) {
            hashes.computeIfAbsent("scaffold " + cell.scaffold(), key -> hash(file.scaffoldFile(cell.scaffold())));
            hashes.computeIfAbsent(
                    "policy " + cell.policy(), key -> hash(named(file, "configs/policies", "policy", cell.policy())));
            String model = cell.model().name();
            if (model.equals(OFFLINE)) {
                String profile = profile(grid, cell);
                hashes.computeIfAbsent(
                        "profile " + profile,
                        key -> OfflineProfiles.get(profile).hash());
            }
            hashes.computeIfAbsent("model " + model, key -> hash(named(file, "configs/models", "model", model)));
            hashes.computeIfAbsent("competition " + cell.competition(), key -> hash(sets.find(cell.competition())));
        }
        return new Frozen(hashes);
    }

    /** Returns what is not the same in both, by name, sorted. */
    List<String> differences(Frozen other) {
        TreeSet<String> names = new TreeSet<>(hashes.keySet());
        names.addAll(other.hashes.keySet());
        names.removeIf(name -> Objects.equals(hashes.get(name), other.hashes.get(name)));
        return List.copyOf(names);
    }

    private static String profile(Grid grid, Cell cell) {
        String stated = cell.model().profile();
        return stated == null ? grid.settings().model().profile() : stated;
    }

    private static Path named(GridFile file, String folder, String what, String nameOrPath) {
        return NamedFiles.find(file.home().resolve(folder), what, nameOrPath);
    }

    private static String hash(Competition competition) {
        StringBuilder all = new StringBuilder();
        for (String part : List.of("competition.yaml", "description.md", "leaderboard.csv")) {
            Path file = competition.folder().resolve(part);
            all.append(Files.exists(file) ? hash(file) : "none").append('\n');
        }
        return Sha256.of(all.toString());
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + IoReason.of(e), e);
        }
    }
}

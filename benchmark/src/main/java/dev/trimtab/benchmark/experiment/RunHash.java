package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.config.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The hash of everything that fixes the course of a run: its configuration, models, policy and competition. */
final class RunHash {
    private RunHash() {}

    static String of(RunConfig config, ModelSource models, RunPolicy policy, PreparedData data) {
        List<Object> parts = new ArrayList<>(models.identity());
        parts.add(policy.config());
        parts.add(competition(data));
        return RunJson.configurationHash(config, parts);
    }

    private static String competition(PreparedData data) {
        try {
            return Sha256.of(Files.readAllBytes(data.competition().folder().resolve("competition.yaml")));
        } catch (IOException e) {
            throw new InfrastructureError("cannot read the competition's definition: " + IoReason.of(e), e);
        }
    }
}

package dev.trimtab.benchmark.environment;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.run.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run's agent is told of its competition, the same for every scaffold.
 *
 * @param data the competition's prepared data
 * @param config the run's configuration
 */
public record TaskBrief(PreparedData data, RunConfig config) {
    private static final String WITH_INSTRUCTIONS = "mle-bench";

    /** Returns the file of the description: the one that the user names, or the one prepared with the data, or ours. */
    public Path description() {
        Path named = config.agent().description();
        return named == null ? data.description() : named;
    }

    /**
     * Returns the task.
     *
     * @param checkTool the agent's tool that checks a submission; empty where it has none
     * @param hardware what one program has; null where neither hardware nor durations may reach the agent
     * @throws UserError if the description cannot be read
     */
    public Task task(Optional<String> checkTool, @Nullable Hardware hardware) {
        Competition competition = data.competition();
        String text = text();
        if (instructed()) {
            Instructions.Notes notes = hardware == null
                    ? null
                    : new Instructions.Notes(
                            hardware, config.budget().maxTime(), config.limits().wallTime());
            text = Instructions.builtIn().above(text, checkTool.orElse(null), notes);
        }
        return new Task(
                competition.id(),
                text,
                competition.metric(),
                competition.direction() == Direction.MAXIMIZE,
                config.limits().wallTime());
    }

    private boolean instructed() {
        Boolean stated = config.environment().instructions();
        return stated == null ? data.competition().definition().set().equals(WITH_INSTRUCTIONS) : stated;
    }

    /**
     * Which description an agent was shown.
     *
     * @param file where it comes from
     * @param obfuscated whether what tells where its competition comes from was taken out
     * @param sha256 of the text as it was shown
     */
    public record Source(String file, boolean obfuscated, String sha256) {}

    /**
     * Returns which description the agent is shown.
     *
     * @throws UserError if it cannot be read
     */
    public Source source() {
        return new Source(description().toString(), config.environment().obfuscated(), Sha256.of(text()));
    }

    private String text() {
        Path file = description();
        try {
            String text = Files.readString(file);
            return config.environment().obfuscated()
                    ? Obfuscation.builtIn().of(data.competition().id(), text, PublicColumns.of(data))
                    : text;
        } catch (IOException e) {
            throw new UserError("cannot read the description " + file + ": " + IoReason.of(e), e);
        }
    }
}

package dev.trimtab.benchmark.experiment;

import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.environment.Hardware;
import dev.trimtab.benchmark.environment.TaskBrief;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.config.SandboxKind;
import dev.trimtab.runtime.model.ToolChoiceStyle;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.workspace.DataPreview;
import dev.trimtab.runtime.workspace.PreviewOptions;
import dev.trimtab.runtime.workspace.Workspace;
import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.Scaffolds;
import dev.trimtab.scaffolds.StepCalls;
import java.util.List;
import java.util.Optional;

/**
 * The agent of a run and what it is told before its first step.
 *
 * @param request what is to be run
 * @param config its resolved configuration
 * @param data the competition's
 * @param models that the agent asks
 * @param isolated whether programs cannot read the private answers
 */
record AgentSetup(RunRequest request, RunConfig config, PreparedData data, ModelSource models, boolean isolated) {
    /**
     * Returns the agent.
     *
     * @throws UserError if its models cannot do what it asks of them
     */
    Agent agent(Task task) {
        Scaffold<?> scaffold = scaffold();
        if (scaffold.judgesByFunction() && models.feedback().features().toolChoice() == ToolChoiceStyle.NONE) {
            throw new UserError(
                    "model " + models.feedback().model() + " takes no functions, which the review of scaffold "
                            + scaffold.name() + " needs; name a model for it by --feedback-model M, such as gpt-4o,"
                            + " or set features.tool-choice: written in a model's file");
        }
        List<Layer> layers = layers();
        if (scaffold.needsFunctions(layers) && models.coder().features().toolChoice() == ToolChoiceStyle.NONE) {
            throw new UserError("model " + models.coder().model() + " takes no functions, by which scaffold "
                    + scaffold.name() + " acts; set -o " + scaffold.name() + ".function-calling=false");
        }
        return scaffold.configured(task, layers, showTime());
    }

    /**
     * Returns what the agent is asked to do.
     *
     * @param machine that it may be told of
     */
    Task task(Hardware machine) {
        boolean docker = config.execution().sandbox() == SandboxKind.DOCKER;
        Hardware program =
                machine.ofProgram(config.limits().memory().bytes(), docker ? config.docker() : null, isolated);
        return new TaskBrief(data, config).task(scaffold().checkToolUnder(layers()), showTime() ? program : null);
    }

    /** Returns the description of the files under {@code input/}. */
    String overview(Workspace workspace) {
        DataPreview preview = new DataPreview(PreviewOptions.DEFAULT);
        return scaffold().seesDataFromWorkspaceUnder(layers())
                ? preview.describeFromOutside(workspace.input())
                : preview.describe(workspace.input());
    }

    /** Returns the most calls of a step, if they are known, the policy's own not counted. */
    Optional<StepCalls> mostCalls() {
        return scaffold().mostCallsUnder(layers());
    }

    /** Returns whether durations reach the models. */
    boolean showTime() {
        Boolean stated = config.model().showTime();
        return stated == null ? models.showsTime() : stated;
    }

    private Scaffold<?> scaffold() {
        return new Scaffolds().named(config.agent().scaffold());
    }

    private List<Layer> layers() {
        return RunConfig.layers(request.home(), request.layers());
    }
}

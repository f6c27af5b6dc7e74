package dev.trimtab.scaffolds;

import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.run.Agent;
import dev.trimtab.runtime.run.Task;
import java.util.List;
import java.util.Optional;

/**
 * A kind of agent.
 *
 * @param <C> its configuration
 */
public interface Scaffold<C extends Record> {
    /** Returns the name in configuration, such as {@code aide}. */
    String name();

    /** Returns the policies in {@code configs/policies} that are the original's own memory, first the one that stands for them in experiments. */
    List<String> nativePolicies();

    /** Returns the record that holds the configuration; every component has a default. */
    Class<C> configType();

    /** Returns whether the model that judges outputs is asked by function call, so that it must take functions. */
    boolean judgesByFunction();

    /**
     * Returns whether the model that writes acts by function calls, so that it must take functions.
     *
     * @param config how the agent goes about it
     */
    default boolean actsByFunction(C config) {
        return false;
    }

    /**
     * Returns the name by which its agent knows the tool that checks a submission; empty where it has none.
     *
     * @param config how the agent goes about it
     */
    default Optional<String> checkTool(C config) {
        return Optional.empty();
    }

    /**
     * Returns the most calls of one step; empty where there is no bound worth telling.
     *
     * @param config how the agent goes about it
     */
    default Optional<StepCalls> mostCalls(C config) {
        return Optional.empty();
    }

    /**
     * Returns whether the description of the data names its files as from the workspace, with {@code input/} before each.
     *
     * @param config how the agent goes about it
     */
    default boolean seesDataFromWorkspace(C config) {
        return false;
    }

    /**
     * Returns an agent that has not done anything yet.
     *
     * @param task what it is asked to do
     * @param config how it goes about it
     * @param showTime whether durations may reach the model; off where a seed must fix every byte
     */
    Agent start(Task task, C config, boolean showTime);

    /**
     * Returns an agent with the configuration that a run's layers hold in the section of this scaffold's name.
     *
     * @param task what it is asked to do
     * @param layers of the whole run, lowest first; none for the defaults
     * @param showTime whether durations may reach the model
     * @throws dev.trimtab.runtime.UserError if the section does not fit {@link #configType()}
     */
    default Agent configured(Task task, List<Layer> layers, boolean showTime) {
        return start(task, section(layers), showTime);
    }

    /**
     * Returns whether the model that writes must take functions under a run's configuration.
     *
     * @param layers of the whole run, lowest first; none for the defaults
     * @throws dev.trimtab.runtime.UserError if the section does not fit {@link #configType()}
     */
    default boolean needsFunctions(List<Layer> layers) {
        return actsByFunction(section(layers));
    }

    /**
     * Returns the name by which the agent knows the tool that checks a submission under a run's configuration; empty where it has none.
     *
     * @param layers of the whole run, lowest first; none for the defaults
     * @throws dev.trimtab.runtime.UserError if the section does not fit {@link #configType()}
     */
    default Optional<String> checkToolUnder(List<Layer> layers) {
        return checkTool(section(layers));
    }

    /**
     * Returns the most calls of one step under a run's configuration; empty where there is no bound worth telling.
     *
     * @param layers of the whole run, lowest first; none for the defaults
     * @throws dev.trimtab.runtime.UserError if the section does not fit {@link #configType()}
     */
    default Optional<StepCalls> mostCallsUnder(List<Layer> layers) {
        return mostCalls(section(layers));
    }

    /**
     * Returns whether the description of the data names its files as from the workspace under a run's configuration.
     *
     * @param layers of the whole run, lowest first; none for the defaults
     * @throws dev.trimtab.runtime.UserError if the section does not fit {@link #configType()}
     */
    default boolean seesDataFromWorkspaceUnder(List<Layer> layers) {
        return seesDataFromWorkspace(section(layers));
    }

    private C section(List<Layer> layers) {
        return new ConfigLoader().section(layers, name(), configType());
    }
}

package dev.trimtab.runtime.context;

import dev.trimtab.controller.comparator.Oracle;
import dev.trimtab.controller.comparator.StabilityPolicies;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.CondenserConfig;
import dev.trimtab.runtime.config.NearestKey;
import dev.trimtab.runtime.config.PolicyConfig;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The context policies by name: the natives, one line each, and every policy of the law layer; a user's own class is named by {@code class} in the
 * policy's file.
 */
public final class ContextPolicies {
    /** Chance that an agent makes use of an attempt reopened from the archive; assumed. */
    private static final double RECOVERABILITY = 0.9;
    /** Chance that what a signature line does not carry misleads; assumed. */
    private static final double COMPRESSION_LOSS = 0.05;
    /** Control steps that a reset costs. */
    private static final int RESET_COST = 1;

    private final Map<String, Function<PolicyConfig, ContextPolicy>> factories = new TreeMap<>();

    /** Registers every built-in policy. */
    public ContextPolicies() {
        factories.put("keep-all", config -> RecencyPolicy.keepAll());
        factories.put("recent-k", config -> RecencyPolicy.recentK(config.keep()));
        factories.put("best-k", config -> new BestPolicy(config.keep()));
        factories.put("aide-journal", config -> RecencyPolicy.aideJournal(config.drop()));
        factories.put("mlab-research-log", config -> new ResearchLogPolicy(config.keep(), config.observations()));
        factories.put("condenser", config -> new CondenserPolicy(stages(config), new SignatureLine()));
        factories.put("ledger", config -> new LedgerPolicy(new SignatureLine()));
        StabilityPolicies stability = StabilityPolicies.appraised();
        for (String name : stability.names()) {
            factories.putIfAbsent(name, config -> adapted(stability, name, config.portfolio()));
        }
    }

    /**
     * Returns a fresh policy.
     *
     * @param config the policy's file
     * @throws UserError if there is no such policy or class, or it is the oracle
     */
    public ContextPolicy create(PolicyConfig config) {
        if (config.className() != null) {
            return own(config.className());
        }
        if (config.kind().equals(Oracle.NAME)) {
            throw new UserError(
                    "policy 'oracle' must be told which families are adequate, which no run knows; name it under"
                            + " bounds of an experiment of simulate");
        }
        Function<PolicyConfig, ContextPolicy> factory = factories.get(config.kind());
        if (factory == null) {
            throw new UserError("unknown policy kind '" + config.kind() + "'"
                    + NearestKey.of(config.kind(), factories.keySet())
                            .map(known -> "; did you mean " + known + "?")
                            .orElse("")
                    + " (known: " + String.join(", ", factories.keySet()) + ")");
        }
        return factory.apply(config);
    }

    private static List<CondenserConfig> stages(PolicyConfig config) {
        return config.pipeline().isEmpty() ? List.of(config.condenser()) : config.pipeline();
    }

    /** The natives go before a policy of the law layer that has their name and does the same. */
    private static ContextPolicy adapted(StabilityPolicies policies, String name, PolicyParameters parameters) {
        return new PortfolioContextPolicy(
                policies.create(name, parameters).orElseThrow(),
                new PortfolioReading(
                        new SignatureLine(),
                        new Overlap(),
                        RECOVERABILITY,
                        COMPRESSION_LOSS,
                        RESET_COST,
                        parameters.ageing().modeChange(),
                        parameters.gains()));
    }

    private static ContextPolicy own(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(ContextPolicy.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            throw new UserError("class " + name + " is not on the class path; add its jar and check the name", e);
        } catch (ClassCastException e) {
            throw new UserError("class " + name + " does not implement " + ContextPolicy.class.getName(), e);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new UserError("class " + name + " needs a public constructor without parameters that works", e);
        }
    }
}

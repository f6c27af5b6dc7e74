package dev.trimtab.runtime.context;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The context policies by name. */
public final class ContextPolicies {
    private static final int DEFAULT_K = 5;

    private final Map<String, Supplier<ContextPolicy>> factories = new TreeMap<>();

    /** Registers every built-in policy. */
    public ContextPolicies() {
        factories.put("keep-all", RecencyPolicy::keepAll);
        factories.put("recent-k", () -> RecencyPolicy.recentK(DEFAULT_K));
        factories.put("best-k", () -> new BestPolicy(DEFAULT_K));
        factories.put("aide-journal", RecencyPolicy::aideJournal);
        factories.put("ledger", () -> new LedgerPolicy(new SignatureLine()));
    }
}

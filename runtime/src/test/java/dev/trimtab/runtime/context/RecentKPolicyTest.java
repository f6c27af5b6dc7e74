package dev.trimtab.runtime.context;

/** The contract, for {@code RecencyPolicy.recentK(3)}. */
final class RecentKPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return RecencyPolicy.recentK(3);
    }
}

package dev.trimtab.runtime.context;

/** The contract, for {@code new BestPolicy(3)}. */
final class BestKPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return new BestPolicy(3);
    }
}

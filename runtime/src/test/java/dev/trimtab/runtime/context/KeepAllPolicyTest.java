package dev.trimtab.runtime.context;

/** The contract, for {@code RecencyPolicy.keepAll()}. */
final class KeepAllPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return RecencyPolicy.keepAll();
    }
}

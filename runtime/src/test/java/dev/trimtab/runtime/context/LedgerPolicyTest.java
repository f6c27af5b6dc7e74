package dev.trimtab.runtime.context;

/** The contract, for {@code new LedgerPolicy(new SignatureLine())}. */
final class LedgerPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return new LedgerPolicy(new SignatureLine());
    }
}

package dev.trimtab.scaffolds.aide;

import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.ScaffoldContract;
import dev.trimtab.scaffolds.testing.FakeRunContext;

/** AIDE keeps the contract of every scaffold. */
class AideContractTest extends ScaffoldContract {
    @Override
    protected Scaffold<?> scaffold() {
        return new Aide();
    }

    @Override
    protected FakeRunContext scripted(FakeRunContext context, int steps) {
        for (int i = 0; i < steps; i++) {
            context.writes(i % 3 == 1 ? "raise KeyError 'row " + i + "'" : "score 0." + (5 + i % 4) + "\nwrite");
        }
        return context;
    }
}

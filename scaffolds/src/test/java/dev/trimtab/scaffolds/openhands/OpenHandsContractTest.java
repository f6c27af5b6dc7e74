package dev.trimtab.scaffolds.openhands;

import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.ScaffoldContract;
import dev.trimtab.scaffolds.testing.FakeRunContext;

/** OpenHands keeps the contract of every scaffold. */
class OpenHandsContractTest extends ScaffoldContract {
    @Override
    protected Scaffold<?> scaffold() {
        return new OpenHands();
    }

    @Override
    protected FakeRunContext scripted(FakeRunContext context, int steps) {
        for (int i = 0; i < steps; i++) {
            String program = i % 3 == 1 ? "raise KeyError 'row " + i + "'" : "score 0." + (5 + i % 4) + "\nwrite";
            context.acts(Calls.create("try" + i + ".py", program), Calls.shell("python try" + i + ".py"));
        }
        return context;
    }
}

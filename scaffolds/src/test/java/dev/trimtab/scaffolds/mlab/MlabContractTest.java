package dev.trimtab.scaffolds.mlab;

import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.ScaffoldContract;
import dev.trimtab.scaffolds.testing.FakeRunContext;

/** MLAB keeps the contract of every scaffold. */
class MlabContractTest extends ScaffoldContract {
    @Override
    protected Scaffold<?> scaffold() {
        return new Mlab();
    }

    @Override
    protected FakeRunContext scripted(FakeRunContext context, int steps) {
        for (int i = 0; i < steps; i++) {
            String program = i % 3 == 1 ? "raise KeyError 'row " + i + "'" : "score 0." + (5 + i % 4) + "\nwrite";
            context.replies(
                    MlabReplies.write("train.py", program),
                    MlabReplies.act("Execute Script", "script_name", "train.py"));
        }
        return context;
    }
}

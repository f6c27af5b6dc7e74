package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.decide.DecideLoop;
import dev.trimtab.benchmark.decide.DecideSchema;
import dev.trimtab.benchmark.decide.Decider;
import dev.trimtab.controller.comparator.Oracle;
import dev.trimtab.controller.comparator.StabilityPolicies;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.PolicyConfig;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code decide}: the controller for other runtimes, over standard input and output. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Reads one JSON portfolio a line from standard input and writes one JSON plan a line to standard output.",
            "A line that cannot be read is answered by an object with the field 'error'; the next line is read as usual.",
            "docs/decide.md has the protocol, docs/examples/decide.py a caller."
        })
public final class DecideCommand implements Callable<Integer> {
    @Option(
            names = "--policy",
            paramLabel = "P",
            defaultValue = "portfolio",
            description = "A file's name in configs/policies, or a path that ends in .yaml; default ${DEFAULT-VALUE}.")
    private String policy = "portfolio";

    @Option(
            names = "--schema",
            paramLabel = "request|answer",
            description = "Print the JSON Schema of the lines that are read or written, and decide nothing.")
    private @Nullable DecideSchema schema;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (schema != null) {
            out.print(schema.text());
            out.flush();
            return 0;
        }
        PolicyConfig config = PolicyConfig.load(Home.path(), policy);
        if (config.kind().equals(Oracle.NAME)) {
            throw new UserError(
                    "policy 'oracle' must be told which families are adequate, which no caller of decide knows");
        }
        StabilityPolicies policies = StabilityPolicies.appraised();
        StabilityPolicy chosen = policies.create(config.kind(), config.portfolio())
                .filter(found -> config.className() == null)
                .orElseThrow(() ->
                        new UserError("policy '" + policy + "' decides on prompts, not on portfolios; decide knows "
                                + String.join(", ", policies.names()) + " and the ablations of portfolio"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        DecideLoop.run(new Decider(chosen, config.portfolio()), in, out);
        return 0;
    }
}

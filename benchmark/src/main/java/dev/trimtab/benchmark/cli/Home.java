package dev.trimtab.benchmark.cli;

import dev.trimtab.runtime.InfrastructureError;
import java.nio.file.Path;

/** The checkout that the launcher names. */
final class Home {
    private Home() {}

    /**
     * Returns the checkout.
     *
     * @throws InfrastructureError if the system property {@code trimtab.home} is not set
     */
    static Path path() {
        String home = System.getProperty("trimtab.home");
        if (home == null) {
            throw new InfrastructureError("the system property trimtab.home is not set; start Trimtab by ./trimtab");
        }
        return Path.of(home);
    }
}

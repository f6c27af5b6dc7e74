package dev.trimtab.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.sandbox.DockerEngineUnderTest;
import dev.trimtab.runtime.sandbox.DockerSandbox;
import dev.trimtab.runtime.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Python kernel on the image's own Python; nothing of this machine's is shown. */
final class PythonKernelInContainerTest extends PythonKernelTest {
    private final DockerSandbox containers = DockerSandbox.open(DockerEngineUnderTest.settings(), List.of());
    private final ImageSite image = new ImageSite(containers, containers.imageId());

    @Override
    Sandbox openSandbox() {
        return containers;
    }

    @Override
    PythonKernel kernel() {
        return new PythonKernel(null, image);
    }

    @Test
    void command_showsNothingOfThisMachine() {
        assertThat(kernel().command(workspace, LIMITS).readable()).allMatch(path -> path.startsWith(workspace));
    }

    @Test
    void open_interpreterThatTheImageLacks_isRefusedInWords() {
        assertThatThrownBy(() -> new PythonKernel("/no/python3", image))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("/no/python3")
                .hasMessageContaining("in the image");
    }
}

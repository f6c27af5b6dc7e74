package dev.trimtab.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.sandbox.DockerEngineUnderTest;
import dev.trimtab.runtime.sandbox.DockerSandbox;
import dev.trimtab.runtime.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java kernel in containers, which see this machine's JDK and jars read-only. */
final class JavaKernelInContainerTest extends JavaKernelTest {
    private final DockerSandbox containers = DockerSandbox.open(DockerEngineUnderTest.settings(), List.of());
    private final ImageSite image = new ImageSite(containers, containers.imageId());

    @Override
    Sandbox openSandbox() {
        return containers;
    }

    @Override
    JavaKernel kernel() {
        return new JavaKernel(JARS, JavaLibraries.LOADER_FOLDERS, image);
    }

    @Test
    void version_namesTheImage_soThatNoResultOfAnotherPlaceIsReused() {
        assertThat(kernel().version()).endsWith(" in image " + containers.imageId());
        assertThat(containers.imageId()).startsWith("sha256:");
    }

    @Test
    void missing_openMpNowhereInTheImage_isSaidOfTheImage(@TempDir Path empty) {
        assertThat(new JavaKernel(JARS, List.of(empty), image).missing())
                .singleElement()
                .asString()
                .contains("not in the image");
    }
}

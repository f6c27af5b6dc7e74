package dev.trimtab.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may know what, over the main classes of all modules. */
final class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .withImportOption(location -> !location.contains("/test/dev/trimtab/"))
            .importPackages("dev.trimtab");

    @Test
    void import_allModules_areSeen() {
        for (String module : new String[] {"controller", "runtime", "scaffolds", "benchmark"}) {
            assertThat(MAIN).anyMatch(c -> c.getPackageName().startsWith("dev.trimtab." + module));
        }
        assertThat(MAIN.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void modules_areLayered_fromControllerUpToBenchmark() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("controller")
                .definedBy("dev.trimtab.controller..")
                .layer("runtime")
                .definedBy("dev.trimtab.runtime..")
                .layer("scaffolds")
                .definedBy("dev.trimtab.scaffolds..")
                .layer("benchmark")
                .definedBy("dev.trimtab.benchmark..")
                .whereLayer("controller")
                .mayNotAccessAnyLayer()
                .whereLayer("runtime")
                .mayOnlyAccessLayers("controller")
                .whereLayer("scaffolds")
                .mayOnlyAccessLayers("runtime", "controller")
                .whereLayer("benchmark")
                .mayOnlyAccessLayers("scaffolds", "runtime", "controller")
                .check(MAIN);
    }

    @Test
    void controller_dependsOnNoInputOutputAndNoLibrary() {
        noClasses()
                .that()
                .resideInAPackage("dev.trimtab.controller..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "dev.langchain4j..",
                        "okhttp3..",
                        "com.fasterxml..",
                        "com.github.dockerjava..")
                .check(MAIN);
    }

    @Test
    void controller_readsNoClockAndNoGlobalRandomness() {
        noClasses()
                .that()
                .resideInAPackage("dev.trimtab.controller..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"controller", "runtime", "scaffolds", "benchmark"})
    void packages_ofAModule_haveNoCycle(String module) {
        slices().matching("dev.trimtab." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void langChain4j_isKnownOnlyWhereModelsAreBuiltAndAsked() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.trimtab.runtime..", "dev.trimtab.scaffolds..", "dev.trimtab.benchmark.experiment..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..")
                .check(MAIN);
    }

    @Test
    void okHttp_isKnownOnlyWhereHttpIsSpoken() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.trimtab.runtime.model..", "dev.trimtab.runtime.loopback..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("okhttp3..")
                .check(MAIN);
    }

    @Test
    void dockerJava_isKnownOnlyToTheSandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.trimtab.runtime.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.dockerjava..")
                .check(MAIN);
    }

    @Test
    void grading_doesNotKnowRunsReportsOrTheCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.trimtab.benchmark.metric..",
                        "dev.trimtab.benchmark.grade..",
                        "dev.trimtab.benchmark.competition..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.trimtab.benchmark.experiment..",
                        "dev.trimtab.benchmark.report..",
                        "dev.trimtab.benchmark.audit..",
                        "dev.trimtab.benchmark.cli..",
                        "dev.trimtab.scaffolds..")
                .check(MAIN);
    }

    @Test
    void internalPackages_areReachedOnlyFromWithin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.trimtab..internal..")
                .check(MAIN);
    }
}

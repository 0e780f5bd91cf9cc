// SPDX-License-Identifier: Apache-2.0
package io.palabre.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.palabre.core.attachments.Blobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreArchitectureTest {

    private static final String[] RULES = {
        "io.palabre.core.conversations..",
        "io.palabre.core.hub..",
        "io.palabre.core.presence..",
        "io.palabre.core.receipts..",
        "io.palabre.core.sync..",
        "io.palabre.core.typing.."
    };

    private final JavaClasses core =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.palabre.core");

    @Test
    void the_core_knows_the_jdk_and_itself() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..", "javax.crypto..", "org.jspecify..", "io.palabre.core.."))
                .check(core);
    }

    /// Only the port for bytes speaks of streams.
    @Test
    void it_does_not_know_databases_sockets_or_files() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Blobs.class)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "java.sql..", "java.net..", "java.io..", "java.nio.file.."))
                .check(core);
    }

    @Test
    void decisions_have_no_threads_locks_or_clocks() {
        noClasses()
                .that(resideInAnyPackage(RULES))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.concurrent.."))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.time.Clock.class, java.util.Timer.class)
                .check(core);
    }

    @Test
    void one_place_reads_the_clocks_of_the_machine() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(SystemTime.class)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(core);
    }

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        slices().matching("io.palabre.core.(*)..").should().beFreeOfCycles().check(core);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("io.palabre.socketio");

    @Test
    void the_protocols_are_pure() {
        noClasses()
                .that()
                .resideInAnyPackage("io.palabre.socketio.packet", "io.palabre.socketio.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..",
                        "io.netty..",
                        "java.net..",
                        "java.util.concurrent..",
                        "java.time..",
                        "io.palabre.socketio.hub..",
                        "io.palabre.socketio.net..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(classes);
    }

    @Test
    void namespaces_know_no_network() {
        noClasses()
                .that()
                .resideInAPackage("io.palabre.socketio.hub")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "java.net..", "io.palabre.socketio.net..")
                .check(classes);
    }

    @Test
    void only_the_binding_touches_netty() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.palabre.socketio.net..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(classes);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The arrows between the packages of the server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String HERE = "io.palabre.server";

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(HERE);

    @Test
    void only_the_network_knows_the_network_library() {
        onlyIn("network", "io.vertx..", "io.netty..", "io.palabre.socketio..");
    }

    @Test
    void only_the_wire_knows_the_json_library() {
        onlyIn("wire", "com.fasterxml.jackson..");
    }

    @Test
    void only_the_command_line_knows_the_wiring() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(HERE + ".cli..", HERE + ".wiring..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(HERE + ".wiring.."));
    }

    @Test
    void only_the_wiring_knows_the_database() {
        onlyIn("wiring", "io.palabre.sql..", "java.sql..");
    }

    @Test
    void features_know_nothing_of_network_and_command_line() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                HERE, HERE + ".cli..", HERE + ".wiring..", HERE + ".network..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(HERE + ".network..", HERE + ".cli.."));
    }

    @Test
    void no_two_packages_need_each_other() {
        check(slices().matching(HERE + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void time_is_a_parameter() {
        check(
                noClasses()
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Instant.class, "now"));
    }

    private void onlyIn(String pack, String... libraries) {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(HERE + "." + pack + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(libraries));
    }

    private void check(ArchRule rule) {
        rule.check(classes);
    }
}

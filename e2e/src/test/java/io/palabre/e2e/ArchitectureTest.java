// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_history_and_its_checks_know_nothing_of_servers_and_clients() {
        classes()
                .that()
                .resideInAPackage("io.palabre.e2e.history")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.palabre.e2e.history",
                        "com.fasterxml.jackson..",
                        "java..",
                        "org.jspecify..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new DoNotIncludeTests())
                                .importPackages("io.palabre.e2e"));
    }
}

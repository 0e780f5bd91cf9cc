// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlArchitectureTest {

    private final JavaClasses sql =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.palabre.sql");

    @Test
    void nobody_outside_sees_how_it_talks_to_the_database() {
        var jdbc = resideInAPackage("java.sql..");
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveRawReturnType(jdbc)
                .orShould()
                .haveRawParameterTypes(anyElementThat(jdbc))
                .orShould()
                .declareThrowableOfType(java.sql.SQLException.class)
                .check(sql);
    }

    @Test
    void stored_shapes_are_known_to_the_codec_alone() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Codec")
                .and()
                .haveSimpleNameNotContaining("1")
                .and()
                .doNotHaveSimpleName("Shapes")
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
                .check(sql);
    }
}

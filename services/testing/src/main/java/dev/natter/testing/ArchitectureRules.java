package dev.natter.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules between rooms that hold in every service. Used in a {@code @TestFactory}; a service adds its own, and rules on
 * an empty set of classes fail.
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** The main classes of a service. */
    public static JavaClasses classes(String rootPackage) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        if (classes.isEmpty()) {
            throw new AssertionError("no classes in " + rootPackage);
        }
        return classes;
    }

    /** One test for each common rule and each of {@code own}. */
    public static Stream<DynamicTest> tests(String rootPackage, ArchRule... own) {
        var classes = classes(rootPackage);
        var rules = new ArrayList<>(common(rootPackage));
        rules.addAll(List.of(own));
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    private static List<ArchRule> common(String rootPackage) {
        return List.of(
                slices().matching(rootPackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true),
                noFields()
                        .should()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                        .because("what a class needs is an argument of its constructor"),
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(rootPackage + "..")
                        .should()
                        .beFinal()
                        .allowEmptyShould(true)
                        .because("mutable state of a process is a second truth"),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .because("time is an argument"),
                noClasses()
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("nothing blocks the event loop, and the log is for saying things"),
                noClasses()
                        .should()
                        .callMethod("io.smallrye.mutiny.Uni", "await")
                        .orShould()
                        .callMethod("io.smallrye.mutiny.Uni", "subscribe")
                        .orShould()
                        .callMethod("io.smallrye.mutiny.Multi", "subscribe")
                        .because("return the Uni; the framework subscribes"));
    }
}

package dev.natter.user;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.natter.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String ROOT = "dev.natter.user";

    private static ArchRule room(String room, String... mayUse) {
        var allowed = Stream.concat(
                        Stream.of(room),
                        Stream.concat(Stream.of("audit", "store", "broker", "http"), Stream.of(mayUse)))
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .as(room + " uses of the other features only what it may");
    }

    private static ArchRule utility(String room, String... mayUse) {
        var allowed = Stream.concat(Stream.of(room), Stream.of(mayUse))
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .as(room + " knows no feature");
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchitectureRules.tests(
                ROOT,
                room("otp", "account", "device", "session"),
                room("session", "account", "device", "token"),
                room("device", "account"),
                room("account"),
                room("avatar", "account"),
                room("block", "account"),
                room("email", "account", "device", "otp"),
                room("deletion", "account", "device", "otp"),
                room("token"),
                utility("audit"),
                utility("http"),
                utility("store"),
                utility("broker"),
                noClasses()
                        .that(not(simpleNameStartingWith("Mongo"))
                                .and(not(simpleNameEndingWith("Document")))
                                .and(not(simpleNameEndingWith("Repository")))
                                .and(not(resideInAPackage(ROOT + ".store.."))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.bson..", "com.mongodb..", "io.quarkus.mongodb..")
                        .as("MongoDB is known to its adapters alone"),
                noClasses()
                        .that(not(simpleNameStartingWith("Redis")).and(not(resideInAPackage(ROOT + ".redis.."))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.vertx.mutiny.redis..", "io.quarkus.redis..")
                        .as("Redis is known to its adapters alone"),
                noClasses()
                        .that(not(resideInAPackage(ROOT + ".broker..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.rabbitmq..", "io.smallrye.reactive.messaging..", "io.vertx.rabbitmq..")
                        .as("RabbitMQ is known to its room alone"),
                noClasses()
                        .that(
                                not(
                                        describe(
                                                "doors",
                                                type -> type.getSimpleName()
                                                        .matches(
                                                                ".*(Resource|Answer|Filter|Only|ClearRefreshCookie|StoreUnavailable)"))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.ws.rs..")
                        .as("use cases and models know no JAX-RS"),
                classes()
                        .that(simpleNameEndingWith("Resource")
                                .or(simpleNameEndingWith("Repository"))
                                .or(simpleNameStartingWith("Redis").and(not(resideInAPackage(ROOT + ".redis..")))))
                        .should()
                        .bePackagePrivate()
                        .as("doors and adapters are closed"),
                noClasses()
                        .that()
                        .haveSimpleName("IssueOtp")
                        .should()
                        .dependOnClassesThat()
                        .haveSimpleName("FindOrCreateAccount")
                        .orShould()
                        .dependOnClassesThat()
                        .haveSimpleName("FindAccount")
                        .as("mailing a code takes as long for strangers as for others, for it does not look them up"));
    }
}

package dev.natter.chat;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.natter.testing.ArchitectureRules;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules between the rooms of this service. */
class ArchitectureTest {

    private static final String ROOT = "dev.natter.chat";

    /** The features that a feature may depend on. None depends on the socket, which depends on all. */
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(
            entry("mongo", List.of()),
            entry("batching", List.of()),
            entry("http", List.of()),
            entry("identity", List.of()),
            entry("routing", List.of("batching")),
            entry("delivery", List.of("routing")),
            entry("profile", List.of("delivery", "routing", "mongo")),
            entry("conversation", List.of("profile", "delivery", "mongo", "http")),
            entry("log", List.of("conversation", "profile", "attachment", "delivery", "mongo", "batching", "http")),
            entry("receipt", List.of("conversation", "profile", "delivery", "mongo", "batching")),
            entry("typing", List.of("conversation", "profile", "delivery")),
            entry("presence", List.of("conversation", "profile", "delivery", "routing", "mongo")),
            entry("notification", List.of()),
            entry("push", List.of("notification", "message", "receipt", "conversation", "profile", "mongo")),
            entry(
                    "message",
                    List.of("log", "conversation", "attachment", "profile", "delivery", "mongo", "batching", "http")),
            entry("invite", List.of("conversation", "group", "profile", "mongo")),
            entry("export", List.of("message", "attachment", "conversation", "profile")),
            entry("missedmail", List.of("notification", "log", "conversation", "profile")),
            entry("report", List.of("notification", "log", "conversation", "profile", "mongo")),
            entry("search", List.of("log", "conversation", "mongo", "http")),
            entry("group", List.of("conversation", "log", "profile", "delivery", "mongo")),
            entry("attachment", List.of("conversation", "profile", "mongo", "http")));

    /** Adapters that are named neither after their technology nor after their kind. */
    private static final List<String> ADAPTERS = List.of(
            "Timers", "PeerSender", "BrokerConnectionMonitor", "Notifications", "PushEndpoints", "EntryInserts");

    @TestFactory
    Stream<DynamicTest> rules() {
        var rules = new ArrayList<ArchRule>();
        KNOWS.forEach((feature, known) -> rules.add(knowsOnly(feature, known)));
        rules.add(nothingDependsOnTheSocket());
        rules.add(doorsAndAdaptersAreClosed());
        rules.add(documentsStayAtHome());
        rules.add(useCasesKnowNoTechnology());
        return ArchitectureRules.tests(ROOT, rules.toArray(ArchRule[]::new));
    }

    private static ArchRule knowsOnly(String feature, List<String> known) {
        var strangers = resideInAnyPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages(feature, known))));
        return noClasses()
                .that()
                .resideInAPackage(inside(feature))
                .should()
                .dependOnClassesThat(strangers)
                .because(feature + " knows only " + known);
    }

    private static String[] packages(String feature, List<String> known) {
        return Stream.concat(Stream.of(feature), known.stream())
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);
    }

    private static String inside(String feature) {
        return ROOT + "." + feature + "..";
    }

    private static ArchRule nothingDependsOnTheSocket() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(inside("socket"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside("socket"));
    }

    private static ArchRule doorsAndAdaptersAreClosed() {
        return classes()
                .that()
                .haveNameMatching(".*(Resource|Consumer|Schedule|Repository)")
                .or()
                .haveSimpleNameStartingWith("Mongo")
                .or()
                .haveSimpleNameStartingWith("S3")
                .should()
                .bePackagePrivate()
                .because("a door is opened from outside, and an adapter is reached through its port");
    }

    private static ArchRule documentsStayAtHome() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Document")
                .and()
                .areRecords()
                .should()
                .onlyHaveDependentClassesThat(new DescribedPredicate<>("live in their package") {
                    @Override
                    public boolean test(JavaClass user) {
                        return user.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass())
                                .filter(target -> target.getSimpleName().endsWith("Document") && target.isRecord())
                                .allMatch(target -> target.getPackageName().equals(user.getPackageName()));
                    }
                });
    }

    private static ArchRule useCasesKnowNoTechnology() {
        var technical = List.of(
                "Resource", "Request", "Document", "Consumer", "Client", "Repository", "Provider", "ApiDocument");
        return noClasses()
                .that(new DescribedPredicate<>("are models, ports or use cases") {
                    @Override
                    public boolean test(JavaClass each) {
                        return KNOWS.keySet().stream()
                                        .filter(feature ->
                                                !List.of("mongo", "http").contains(feature))
                                        .anyMatch(
                                                feature -> each.getPackageName().equals(ROOT + "." + feature))
                                && !each.getSimpleName().startsWith("Mongo")
                                && !each.getSimpleName().startsWith("S3")
                                && !each.getSimpleName().startsWith("Redis")
                                && !ADAPTERS.contains(each.getSimpleName())
                                // An entity is a record of its fields, whose annotations name the collection and the
                                // id.
                                && !each.isAnnotatedWith(MongoEntity.class)
                                && !each.getName().contains("$")
                                && technical.stream().noneMatch(each.getSimpleName()::endsWith);
                    }
                })
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.mongodb..",
                        "org.bson..",
                        "jakarta.ws.rs..",
                        "io.vertx..",
                        "io.quarkus.mongodb..",
                        "software.amazon..");
    }
}

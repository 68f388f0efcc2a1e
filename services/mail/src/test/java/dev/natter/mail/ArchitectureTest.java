package dev.natter.mail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.natter.testing.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchitectureRules.tests(
                "dev.natter.mail",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.natter.user..", "dev.natter.chat..", "dev.natter.web..")
                        .because("services never depend on each other, and this one has no web interface"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.natter.mail.smtp")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.natter.mail.otp..",
                                "dev.natter.mail.notification..",
                                "dev.natter.mail.outgoing..",
                                "dev.natter.mail.push..",
                                "dev.natter.mail.queue..",
                                "dev.natter.events..",
                                "com.rabbitmq..")
                        .because("smtp sends any mail and knows neither the broker nor its messages"),
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.natter.mail.queue", "dev.natter.mail.outgoing", "dev.natter.mail.push")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.natter.mail.otp..", "dev.natter.mail.notification..")
                        .because("a queue's consumer is on top"),
                noClasses()
                        .that()
                        .haveNameNotMatching(".*ConsumerChannels.*")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.rabbitmq..")
                        .because("the connector talks to the broker"),
                classes()
                        .that()
                        .resideInAnyPackage("dev.natter.mail.otp", "dev.natter.mail.notification")
                        .should()
                        .notBePublic()
                        .because("the feature is entered through its channel only"));
    }
}

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
                        .haveSimpleName("DeliverOtpMail")
                        .or()
                        .haveSimpleName("SettleDelivery")
                        .or()
                        .haveSimpleName("RetrySchedule")
                        .or()
                        .haveSimpleName("ConversationSlots")
                        .or()
                        .haveSimpleName("Delivery")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.vertx..", "com.rabbitmq..", "com.fasterxml..", "io.quarkus..")
                        .because("use cases know neither the broker nor SMTP"),
                noClasses()
                        .that()
                        .haveSimpleNameNotStartingWith("Smtp")
                        .and()
                        .doNotHaveSimpleName("ComposeMail")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.vertx.ext.mail..")
                        .because("the mail client stays behind its adapters"),
                noClasses()
                        .that()
                        .doNotHaveSimpleName("BrokerChannels")
                        .and()
                        .doNotHaveSimpleName("ChannelReceipt")
                        .and()
                        .doNotHaveSimpleName("HeldDeliveries")
                        .and()
                        .doNotHaveSimpleName("OtpMailConsumer")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.rabbitmq..")
                        .because("the broker's client stays behind the door"),
                classes()
                        .that()
                        .resideInAPackage("dev.natter.mail.otp")
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .doNotHaveSimpleName("MailAddress")
                        .should()
                        .notBePublic()
                        .because("nothing outside the feature has business with its inside"));
    }
}

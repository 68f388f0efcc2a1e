package dev.natter.mail.notification;

import static dev.natter.events.Topology.NOTIFICATIONS;
import static dev.natter.events.Topology.NOTIFICATIONS_DEAD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.events.OtpMail;
import dev.natter.mail.otp.MailServers;
import dev.natter.mail.otp.TestBroker;
import dev.natter.mail.push.TestBrowser;
import dev.natter.mail.push.TestPushService;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service between a real broker, an SMTP server and a push service that answer as scripted. */
@QuarkusTest
@QuarkusTestResource(MailServers.class)
class NotificationConsumerTest {

    ScriptedSmtp smtp;
    TestBroker broker;

    private final TestPushService pushService = TestPushService.start();
    private final TestBrowser browser = new TestBrowser();

    @BeforeEach
    void empty() throws IOException {
        smtp.reset();
        broker.purge();
    }

    @AfterEach
    void close() {
        pushService.close();
    }

    @Test
    void sendsAMail() {
        publish(new JsonObject()
                .put("type", "mail")
                .put("to", "ada@example.com")
                .put("subject", "A report")
                .put("body", "Eve is a nuisance.\n"));

        eventually(() -> assertThat(smtp.mailsTo("ada@example.com"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.header("Subject")).isEqualTo("A report");
                    assertThat(mail.header("Message-ID")).startsWith("<n-");
                    assertThat(mail.content()).doesNotContain("List-Unsubscribe");
                }));
    }

    @Test
    void aMailThatCanBeUnsubscribedFromHasTheHeadersOfRfc8058AndALinkInBothParts() {
        var url =
                "https://chat.example.com/api/v1/users/unsubscribe/0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e.AAAAAAAAAAAAAAAAAAAAAA";
        publish(new JsonObject()
                .put("type", "mail")
                .put("to", "grace@example.com")
                .put("subject", "5 messages")
                .put("body", "3 from <b>Ada</b>\n\nTo stop these mails:\n" + url + "\n")
                .put("unsubscribeUrl", url));

        eventually(() -> assertThat(smtp.mailsTo("grace@example.com"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.header("List-Unsubscribe")).isEqualTo("<" + url + ">");
                    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
                    assertThat(mail.text()).isEqualTo("3 from <b>Ada</b>\n\nTo stop these mails:\n" + url);
                    assertThat(mail.html())
                            .contains("3 from &lt;b&gt;Ada&lt;/b&gt;</p>")
                            .contains("href=\"" + url + "\"");
                }));
    }

    @Test
    void pushesToTheBrowser() {
        publish(push("{\"text\":\"hello\"}"));

        eventually(() ->
                assertThat(pushService.bodies()).extracting(browser::decrypt).containsExactly("{\"text\":\"hello\"}"));
        eventually(() -> assertThat(broker.count(NOTIFICATIONS)).isZero());
    }

    @Test
    void triesAgainAfterAFailureAndNotBeforeThePushServiceWantsIt() {
        pushService.answer(503, null).answer(429, "1");
        publish(push("1"));

        eventually(() -> assertThat(pushService.bodies()).hasSize(3));
        assertThat(pushService.pauseBefore(2)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }

    @Test
    void publishesTheEndOfASubscription() throws IOException {
        var events = broker.tap("push-ended");
        pushService.answer(410, null);

        publish(push("1"));

        eventually(() -> assertThat(broker.take(events)).isEqualTo("{\"subscriptionId\":\"s1\"}"));
        assertThat(broker.count(NOTIFICATIONS_DEAD)).isZero();
    }

    @Test
    void deadLettersWhatIsRefusedExpiredOrMalformed() {
        pushService.answer(413, null);
        publish(push("1"));
        publish(push("2").put("expiresAt", Instant.now().minusSeconds(1).toString()));
        publish(push("3").put("topic", "not a topic"));
        publish(push("4").put("endpoint", "no URL at all"));
        publish(push("5").put("p256dh", "AAAA"));
        publish(new JsonObject().put("type", "telegram"));
        publish(new JsonObject()
                .put("type", "mail")
                .put("to", "ada@example.com")
                .put("subject", "x")
                .put("body", "x")
                .put("unsubscribeUrl", "https://chat.example.com/x>\r\nBcc: eve@example.com"));

        eventually(() -> assertThat(broker.count(NOTIFICATIONS_DEAD)).isEqualTo(7));
    }

    @Test
    void aPushServiceThatHangsDelaysNoMail() {
        pushService.hang();
        for (var i = 0; i < 100; i++) {
            publish(push("1"));
        }
        eventually(() -> assertThat(pushService.bodies()).hasSizeGreaterThan(3));

        publish(new JsonObject()
                .put("type", "mail")
                .put("to", "ada@example.com")
                .put("subject", "A report")
                .put("body", "x"));
        broker.publish(new OtpMail(
                UUID.randomUUID().toString(),
                "bob@example.com",
                "482913 is your Natter code",
                "482913",
                Instant.now().plusSeconds(60)));

        eventually(() -> {
            assertThat(smtp.mailsTo("ada@example.com")).isNotEmpty();
            assertThat(smtp.mailsTo("bob@example.com")).isNotEmpty();
        });
    }

    private JsonObject push(String payload) {
        return new JsonObject()
                .put("type", "push")
                .put("subscriptionId", "s1")
                .put("endpoint", pushService.endpoint())
                .put("p256dh", browser.p256dh())
                .put("auth", browser.authText())
                .put("payload", payload)
                .put("timeToLiveSeconds", 60)
                .put("topic", "c1")
                .put("urgent", true);
    }

    private void publish(JsonObject notification) {
        notification.put("id", UUID.randomUUID().toString());
        if (!notification.containsKey("expiresAt")) {
            notification.put("expiresAt", Instant.now().plusSeconds(20).toString());
        }
        broker.publishTo(NOTIFICATIONS, notification.encode().getBytes(UTF_8));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}

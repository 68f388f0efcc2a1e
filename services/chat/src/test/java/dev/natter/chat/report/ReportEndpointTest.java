package dev.natter.chat.report;

import static dev.natter.chat.Caller.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.natter.chat.Caller;
import dev.natter.chat.attachment.Uploads;
import dev.natter.events.Topology;
import dev.natter.testing.RecordedLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportEndpointTest {

    private static final String PATH = "/api/v1/reports";

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();

    @BeforeEach
    void awaitBroker() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    @Test
    void aReportIsAnAuditEventWithTheMessage() {
        var conversation = ada.conversationWith(bob);
        var message = bob.send(conversation, "Buy\nthis!");

        try (var log = new RecordedLog()) {
            assertThat(report(ada, about(bob, message).put("text", "He does that often."))
                            .statusCode())
                    .isEqualTo(202);

            var line = log.of(AuditReport.CATEGORY).stream()
                    .filter(each -> ada.id().equals(each.getMdc("userId")))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.getMessage()).isEqualTo("user_reported");
            assertThat(line.getMdcCopy())
                    .containsEntry("audit", "user_reported")
                    .containsEntry("reportedUserId", bob.id())
                    .containsEntry("reason", "spam")
                    .containsEntry("conversationId", conversation)
                    .containsEntry("messageId", message.getString("id"))
                    .containsEntry("messageText", "Buy\nthis!")
                    .containsEntry("reportText", "He does that often.");
            assertThat(log.lines()).noneMatch(each -> each.contains("this!"));
        }
    }

    @Test
    void aReportNamesTheFileOfTheMessage() {
        var conversation = ada.conversationWith(bob);
        var fileId = Uploads.uploadedFile(bob, "Win.exe", "application/x-msdownload", new byte[7]);
        var message = json(Uploads.send(bob, conversation, "fileId", fileId), 201);

        try (var log = new RecordedLog()) {
            report(ada, about(bob, message)).then().statusCode(202);

            assertThat(log.of(AuditReport.CATEGORY))
                    .filteredOn(each -> ada.id().equals(each.getMdc("userId")))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getMdcCopy())
                            .containsEntry("messageFileId", fileId)
                            .containsEntry("messageFileName", "Win.exe"));
        }
        assertThat(mailAbout(bob).getString("body")).contains("File: %s (Win.exe)".formatted(fileId));
    }

    @Test
    void aReportIsMailedToTheOperator() {
        var message = bob.send(ada.conversationWith(bob), "Buy this!");

        report(ada, about(bob, message).put("text", "From: God")).then().statusCode(202);

        var mail = mailAbout(bob);
        assertThat(mail.getString("type")).isEqualTo("mail");
        assertThat(mail.getString("to")).isEqualTo("reports@example.com");
        assertThat(mail.getString("subject")).contains("spam");
        assertThat(mail.getString("body"))
                .contains(ada.id(), bob.id(), message.getString("id"), "> Buy this!\n", "> From: God\n");
        assertThat(Instant.parse(mail.getString("expiresAt")))
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
    }

    @Test
    void aPersonIsReportedWithoutAMessage() {
        assertThat(report(ada, about(bob, null)).statusCode()).isEqualTo(202);
    }

    @Test
    void onlyMessagesOfThatUserThatTheReporterCanReadAreReported() {
        var ofBob = bob.send(ada.conversationWith(bob), "to Ada");
        var hidden = bob.send(bob.conversationWith(eve), "to Eve");
        var own = ada.send(ada.conversationWith(bob), "of Ada");

        assertCode(report(ada, about(bob, hidden)), 404, "message_not_found");
        assertCode(report(ada, about(bob, own)), 404, "message_not_found");
        assertCode(report(ada, about(eve, ofBob)), 404, "message_not_found");
        assertCode(report(ada, about(bob, null).put("messageId", "nothing")), 404, "message_not_found");
    }

    @Test
    void refusesWhatIsMissingOrMalformed() {
        for (var malformed : List.of(
                new JsonObject().put("reason", "spam"),
                new JsonObject().put("userId", bob.id()),
                about(bob, null).put("reason", "boredom"),
                about(bob, null).put("userId", ""),
                about(bob, null).put("text", "x".repeat(1_001)))) {
            assertThat(report(ada, malformed).statusCode())
                    .as(malformed.encode())
                    .isEqualTo(400);
        }
        assertCode(report(ada, about(ada, null)), 422, "only_yourself");
        assertThat(given().contentType("application/json").body("{}").post(PATH).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aDayHasTenReports() {
        for (var number = 0; number < 10; number++) {
            assertThat(report(ada, about(bob, null)).statusCode()).isEqualTo(202);
        }

        var refused = report(ada, about(bob, null));

        assertCode(refused, 429, "rate_limited");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(86_000L, 86_400L);
        assertThat(report(eve, about(bob, null)).statusCode()).isEqualTo(202);
    }

    private static JsonObject about(Caller user, JsonObject message) {
        var body = new JsonObject().put("userId", user.id()).put("reason", "spam");
        return message == null ? body : body.put("messageId", message.getString("id"));
    }

    private static Response report(Caller reporter, JsonObject body) {
        return reporter.request(body).post(PATH);
    }

    private static void assertCode(Response response, int status, String code) {
        assertThat(json(response, status).getString("code")).isEqualTo(code);
    }

    /** As the mail service takes it; drops others. */
    private static JsonObject mailAbout(Caller user) {
        var found = new AtomicReference<JsonObject>();
        try (var connection = broker().newConnection();
                var channel = connection.createChannel()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                GetResponse next;
                while ((next = channel.basicGet(Topology.NOTIFICATIONS, true)) != null) {
                    var mail = new JsonObject(new String(next.getBody(), StandardCharsets.UTF_8));
                    if (mail.getString("body", "").contains(user.id())) {
                        found.set(mail);
                    }
                }
                return found.get() != null;
            });
            return found.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static ConnectionFactory broker() {
        var config = ConfigProvider.getConfig();
        var factory = new ConnectionFactory();
        factory.setHost(config.getValue("NATTER_RABBITMQ_HOST", String.class));
        factory.setPort(config.getValue("NATTER_RABBITMQ_PORT", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        return factory;
    }
}

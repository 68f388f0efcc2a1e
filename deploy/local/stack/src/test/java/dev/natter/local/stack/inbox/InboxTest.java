package dev.natter.local.stack.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.local.servers.BackingServers;
import dev.natter.local.servers.Credentials;
import dev.natter.local.servers.ServerKind;
import dev.natter.local.servers.ServerSettings;
import dev.natter.local.stack.http.Listener;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail goes in by SMTP and comes out by HTTP. */
class InboxTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00.5Z"), ZoneOffset.UTC);

    private static BackingServers servers;
    private static Vertx vertx;
    private static Listener listener;

    @BeforeAll
    static void start() {
        servers = BackingServers.start(new ServerSettings(
                null, Set.of(ServerKind.SMTP), Credentials.random("unused"), Credentials.random("unused"), null));
        vertx = Vertx.vertx();
        listener = Listener.bind(vertx, 0, "NATTER_INBOX_PORT");
    }

    @AfterAll
    static void stop() {
        listener.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        servers.close();
    }

    @BeforeEach
    void empty() {
        listener.serve(Inbox.over(servers.mailbox(), vertx, NOON));
    }

    @Test
    void findsTheMailsToAnAddressNewestFirst() throws Exception {
        send("Code 111111", "ann@example.org");
        send("Code 222222", "bob@example.org");
        send("Code 333333", "ann@example.org");

        var found = json("/api/v1/search?query=to:ann@example.org");

        var messages = found.getJsonArray("messages");
        assertThat(found.getInteger("messages_count")).isEqualTo(2);
        assertThat(found.getInteger("total")).isEqualTo(3);
        assertThat(messages.getJsonObject(0).getString("Subject")).isEqualTo("Code 333333");
        assertThat(messages.getJsonObject(0).getString("Created")).isEqualTo("2026-03-01T12:00:00.500Z");
        assertThat(messages.getJsonObject(0).getJsonArray("To").getJsonObject(0).getString("Address"))
                .isEqualTo("ann@example.org");
        assertThat(messages.getJsonObject(1).getString("Subject")).isEqualTo("Code 111111");
    }

    @Test
    void givesTheWholeMailByItsId() throws Exception {
        send("Grüße: code 444444", "ann@example.org");
        var id = json("/api/v1/messages")
                .getJsonArray("messages")
                .getJsonObject(0)
                .getString("ID");

        var mail = json("/api/v1/message/" + id);

        assertThat(mail.getString("Subject")).isEqualTo("Grüße: code 444444");
        assertThat(mail.getString("Text")).isEqualTo("Text – with ä dash");
        assertThat(mail.getString("HTML")).isEqualTo("<p>HTML <script>alert(1)</script></p>");
        assertThat(mail.getString("Date")).isEqualTo("2026-03-01T12:00:00.500Z");
        assertThat(mail.getJsonObject("From"))
                .isEqualTo(new JsonObject().put("Name", "Natter").put("Address", "natter@natter.localhost"));
        assertThat(mail.getJsonArray("Attachments")).isEmpty();
        assertThat(json("/api/v1/message/latest").getString("ID")).isEqualTo(id);
    }

    @Test
    void oneMailToSeveralPeopleIsOneMailAndHiddenOnesAreFound() throws Exception {
        send("Code 555555", "ann@example.org", "bob@example.org", "hidden@example.org");

        assertThat(json("/api/v1/messages").getInteger("total")).isEqualTo(1);
        assertThat(json("/api/v1/search?query=to:bob@example.org").getInteger("messages_count"))
                .isEqualTo(1);
        var hidden = json("/api/v1/search?query=to:hidden@example.org");
        assertThat(hidden.getJsonArray("messages").getJsonObject(0).getJsonArray("Bcc"))
                .hasSize(1);
    }

    @Test
    void pagesByStartAndLimit() throws Exception {
        for (var number = 1; number <= 5; number++) {
            send("Mail " + number, "ann@example.org");
        }

        var page = json("/api/v1/messages?start=1&limit=2");

        assertThat(page.getInteger("count")).isEqualTo(2);
        assertThat(page.getJsonArray("messages").getJsonObject(0).getString("Subject"))
                .isEqualTo("Mail 4");
        assertThat(get("/api/v1/messages?limit=none").statusCode()).isEqualTo(400);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        send("Code 666666", "ann@example.org");
        var etag = get("/api/v1/messages").headers().firstValue("ETag").orElseThrow();

        assertThat(get("/api/v1/messages", "If-None-Match", etag).statusCode()).isEqualTo(304);

        send("Code 777777", "ann@example.org");
        assertThat(get("/api/v1/messages", "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownMailIsAProblem() throws Exception {
        var answer = get("/api/v1/message/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndRunsNothingButItsOwn() throws Exception {
        for (var path : new String[] {"/", "/inbox.css", "/inbox.js", "/favicon.svg"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body().replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http://", "https://", "innerHTML", "onclick=", "style=");
        }
        var page = get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
        assertThat(page.body()).contains("latest 1,000 are kept, until the stack stops");
    }

    @Test
    void theHtmlOfAMailIsShownWhereItCanDoNothing() throws Exception {
        send("Code 888888", "ann@example.org");
        var id = json("/api/v1/message/latest").getString("ID");

        var answer = get("/view/" + id + ".html");

        assertThat(answer.body()).contains("<script>");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
        assertThat(get("/inbox.js").body()).contains("setAttribute('sandbox', '')");
    }

    @Test
    void keepsNothingWhereGreenMailWouldKeepItForEver() throws Exception {
        send("Code 999999", "ann@example.org");

        assertThat(servers.mailbox().getReceivedMessages()).isEmpty();
    }

    /** To all of them; the last of three is not named in the mail. */
    private static void send(String subject, String... to) throws Exception {
        var smtp = servers.urls().get("smtp");
        var properties = new Properties();
        properties.put("mail.smtp.host", smtp.getHost());
        properties.put("mail.smtp.port", Integer.toString(smtp.getPort()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("natter@natter.localhost", "Natter"));
        var recipients = new Address[to.length];
        for (var i = 0; i < to.length; i++) {
            recipients[i] = new InternetAddress(to[i]);
            if (i < 2) {
                mail.addRecipient(RecipientType.TO, recipients[i]);
            }
        }
        mail.setSubject(subject, "UTF-8");
        mail.setContent(alternatives());
        mail.saveChanges();
        Transport.send(mail, recipients);
    }

    private static MimeMultipart alternatives() throws Exception {
        var text = new MimeBodyPart();
        text.setText("Text – with ä dash", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>HTML <script>alert(1)</script></p>", "UTF-8", "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static JsonObject json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + listener.port() + path));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

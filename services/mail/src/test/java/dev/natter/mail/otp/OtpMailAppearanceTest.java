package dev.natter.mail.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.events.OtpMail;
import dev.natter.testing.smtp.ReceivedMail;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people find in their inbox. */
@QuarkusTest
@QuarkusTestResource(MailServers.class)
class OtpMailAppearanceTest {

    ScriptedSmtp smtp;
    TestBroker broker;

    @BeforeEach
    void emptyInbox() {
        smtp.reset();
    }

    @Test
    void comesInTwoPartsThatSayTheSame() throws IOException {
        var mail = received(
                "482913 is your Natter code", "Hello,\n\nyour code is\n\n482913\n\nIt is good for 5 minutes.\n");

        // The last line's end belongs to what separates the parts.
        assertThat(mail.text()).isEqualTo("Hello,\n\nyour code is\n\n482913\n\nIt is good for 5 minutes.");
        assertThat(mail.html())
                .contains("<p class=\"text\"")
                .contains("Hello,</p>")
                .contains("It is good for 5 minutes.</p>");
        // For people to look at.
        Files.writeString(Path.of("target/otp-mail.html"), mail.html());
    }

    @Test
    void showsTheCodeLargeAndSelectableAndNothingElseSo() {
        var html = received("code", "1234567\n482913\nat 123456 o'clock").html();

        assertThat(html.split("class=\"code\"")).hasSize(2);
        assertThat(html).containsPattern("(?s)class=\"code\"[^>]*letter-spacing[^>]*user-select: all[^>]*>482913</p>");
    }

    @Test
    void fetchesNothingAndLeadsNowhere() {
        var html = received("code", "Your code is\n\n482913\n\nhttps://example.com/ is no link")
                .html();

        assertThat(html).doesNotContain("<a ", "<img", "href", "src=", "url(", "@import", "<script", "<form");
    }

    @Test
    void fitsAPhoneByDayAndByNight() {
        var html = received("code", "482913").html();

        assertThat(html)
                .contains("<html lang=\"en\">")
                .contains("width=device-width")
                .contains("max-width: 480px")
                .contains("content=\"light dark\"")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void takesNothingForMarkup() {
        var mail = received("<b>482913</b> & co", "<script>alert('x')</script>\n{line}\n&amp;\n");

        assertThat(mail.html())
                .contains("<title>&lt;b&gt;482913&lt;/b&gt; &amp; co</title>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .contains("{line}")
                .contains("&amp;amp;");
        assertThat(mail.text()).isEqualTo("<script>alert('x')</script>\n{line}\n&amp;");
        assertThat(mail.header("Subject")).isEqualTo("<b>482913</b> & co");
    }

    @Test
    void speaksEveryLanguage() {
        var mail = received(
                "Dein Code für Natter 🔐: 482913, gültig für fünf Minuten, für niemanden sonst",
                "Grüße 🔐\n482913\nΤέλος");

        assertThat(mail.header("Subject"))
                .isEqualTo("Dein Code für Natter 🔐: 482913, gültig für fünf Minuten, für niemanden sonst");
        assertThat(mail.text()).isEqualTo("Grüße 🔐\n482913\nΤέλος");
        assertThat(mail.html()).contains("Grüße 🔐").contains("Τέλος");
    }

    @Test
    void survivesLongLinesAndLonelyDots() {
        var body = "x".repeat(3_000) + "\n.\n..\nend";

        assertThat(received("code", body).text()).isEqualTo(body);
    }

    @Test
    void takesLineEndsOfEveryKind() {
        assertThat(received("code", "a\r\n482913\rb\n").text()).isEqualTo("a\n482913\nb");
    }

    @Test
    void saysWhoItIsFromAndThatNoMachineNeedAnswer() {
        var mail = mail("code", "482913");
        broker.publish(mail);
        var received = arrival(mail);

        assertThat(received.header("From")).isEqualTo("Natter <natter@example.org>");
        assertThat(received.header("To")).isEqualTo(mail.to());
        assertThat(received.header("Message-ID")).isEqualTo("<otp-" + mail.id() + "@example.org>");
        assertThat(received.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(received.header("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(received.header("MIME-Version")).isEqualTo("1.0");
        var date = ZonedDateTime.parse(received.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(date.toInstant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void endsEveryLineOnTheWireAsSmtpWantsIt() {
        var content = received("Für dich: " + "ü".repeat(80), "Grüße\n482913").content();

        assertThat(content.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(content.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    }

    private ReceivedMail received(String subject, String body) {
        var mail = mail(subject, body);
        broker.publish(mail);
        return arrival(mail);
    }

    private ReceivedMail arrival(OtpMail mail) {
        await().untilAsserted(() -> assertThat(smtp.mailsTo(mail.to())).hasSize(1));
        return smtp.mailsTo(mail.to()).get(0);
    }

    private static OtpMail mail(String subject, String body) {
        var id = UUID.randomUUID().toString();
        return new OtpMail(id, id + "@example.com", subject, body, Instant.now().plusSeconds(300));
    }
}

package dev.natter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <ada@example.com>: no such person, 550 5.1.1",
        "550-5.7.1 ada@example.com is not welcome, 550 5.7.1",
        "554 no, 554",
        "552 5.3.4 too big, 552 5.3.4"
    })
    void aPermanentRejectionIsReportedWithoutTheServersText(String reply, String codes) {
        assertThat(SmtpFailures.classify(said(reply)))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "451 4.7.1 greylisted ada@example.com, 451 4.7.1",
        "421 too many of you, 421",
        "450, 450",
        "535 5.7.8 wrong password, 535 5.7.8",
        "530 5.7.0 STARTTLS first, 530 5.7.0"
    })
    void everythingElseIsTransient(String reply, String codes) {
        assertThat(SmtpFailures.classify(said(reply)))
                .isInstanceOf(TransientFailure.class)
                .hasMessage(codes);
    }

    @Test
    void aReplyWithoutACodeIsTransient() {
        var gibberish = new SMTPException("got error response", 500, List.of("HTTP/1.1 400 Bad Request"), false);

        assertThat(SmtpFailures.classify(gibberish)).isInstanceOf(TransientFailure.class);
    }

    @Test
    void aRefusedConnectionIsTransient() {
        assertThat(SmtpFailures.classify(new ConnectException("refused"))).isInstanceOf(TransientFailure.class);
    }

    private static SMTPException said(String reply) {
        return new SMTPException("refused", Integer.parseInt(reply.substring(0, 3)), List.of(reply), true);
    }
}

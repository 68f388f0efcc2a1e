package dev.natter.local.stack.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final Mailbox mailbox = new Mailbox();

    @Test
    void keepsTheLatestThousandNewestFirst() {
        IntStream.rangeClosed(1, 1_200).forEach(number -> mailbox.add(Mails.to("person" + number + "@example.org")));

        var mails = mailbox.find(any -> true);

        assertThat(mails).hasSize(1_000);
        assertThat(mails.get(0).to().get(0).email()).isEqualTo("person1200@example.org");
        assertThat(mails.get(999).to().get(0).email()).isEqualTo("person201@example.org");
    }

    @Test
    void largeMailsMakeRoomSooner() {
        var large = "x".repeat(1 << 20);
        IntStream.range(0, 40).forEach(number -> mailbox.add(Mails.mail("a@example.org", "large", large)));

        assertThat(mailbox.size()).isBetween(10, 16);
    }

    @Test
    void aNewMailIsANewVersion() {
        var before = mailbox.version();

        mailbox.add(Mails.to("a@example.org"));

        assertThat(mailbox.version()).isNotEqualTo(before);
    }
}

package dev.natter.local.stack.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailQueryTest {
    private static final Mail MAIL = Mails.mail("Joann@Example.org", "Your code is 123456", "Not you? Ignore it.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "to:joann@example.org",
                "to:JOANN@EXAMPLE.ORG",
                "to:\"joann@example.org\"",
                "to:joann",
                "to:@example.org",
                "from:natter@natter.localhost",
                "from:natter",
                "subject:123456",
                "subject:\"code is\"",
                "ignore",
                "to:joann@example.org subject:code \"not you\"",
            })
    void finds(String query) {
        assertThat(MailQuery.parse(query)).accepts(MAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The end of the address, but another person's.
                "to:ann@example.org",
                "to:joann@example.or",
                "to:bob",
                "from:joann",
                "subject:ignore",
                "to:joann@example.org subject:invoice",
                "nothing",
            })
    void doesNotFind(String query) {
        assertThat(MailQuery.parse(query)).rejects(MAIL);
    }
}

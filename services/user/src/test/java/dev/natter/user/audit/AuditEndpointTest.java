package dev.natter.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.RecordedLog;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class AuditEndpointTest {

    @Test
    void signInsRefusalsAndEndedSessionsAreAuditedWithIdsOnly() {
        try (var log = new RecordedLog()) {
            var ada = Person.stranger();
            var challenge = ada.challenge();
            ada.requestsOtp();
            ada.verifies(challenge, ada.wrongCode());
            ada.verifies("someone@example.com", ada.wrongCode());
            var signedIn = new Person.SignedIn(ada, ada.verifies(challenge, ada.lastCode()));
            var first = signedIn.refreshToken();
            signedIn.refreshes(first);
            signedIn.refreshes(first);

            var records = log.of(Audit.CATEGORY);

            assertThat(records)
                    .extracting(line -> line.getMdc("audit"))
                    .containsExactly(
                            "code_sent",
                            "code_limited",
                            "sign_in_refused",
                            "sign_in_refused",
                            "signed_in",
                            "token_reused",
                            "session_ended");
            assertThat(records.get(0).getMdc("challengeId")).isEqualTo(challenge);
            assertThat(records.get(3).getMdc("challengeId")).isNull();
            assertThat(records.subList(4, 7))
                    .allSatisfy(line -> assertThat(line.getMdc("userId")).isEqualTo(signedIn.userId()));
            assertThat(sessions(records.subList(4, 7))).hasSize(1);
            assertThat(records)
                    .allSatisfy(line -> assertThat(line.getMessage() + line.getMdcCopy())
                            .doesNotContain("@", ada.lastCode(), first));
        }
    }

    private static List<String> sessions(List<ExtLogRecord> lines) {
        return lines.stream().map(line -> line.getMdc("sessionId")).distinct().toList();
    }
}

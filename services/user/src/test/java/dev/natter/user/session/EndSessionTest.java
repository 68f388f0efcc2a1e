package dev.natter.user.session;

import static dev.natter.user.support.Outcomes.failure;
import static dev.natter.user.support.Outcomes.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.user.account.AccountFakes;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class EndSessionTest {

    private final SessionFixture natter = new SessionFixture();

    @Test
    void itsTokensAreRevokedBeforeItsEndIsPublished() {
        var id = natter.signedIn().sessionId();

        get(natter.endSession.handle(id));

        assertThat(natter.revoked.ids).containsExactly(id);
        assertThat(natter.events.published).hasSize(1);
        assertThat(natter.events.revokedBefore).containsExactly(id);
    }

    @Test
    void itsEndIsNotPublishedWhileItsTokensCannotBeRevoked() {
        var id = natter.signedIn().sessionId();
        natter.revoked.away = true;

        assertThat(failure(natter.endSession.handle(id)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(503));

        assertThat(get(natter.sessions.get(id)).orElseThrow().endedAt()).isNotNull();
        assertThat(natter.events.published)
                .as("sockets are closed all the same")
                .hasSize(1);
    }

    @Test
    void whatCouldNotBeRevokedIsRevokedLater() {
        var id = natter.signedIn().sessionId();
        natter.revoked.away = true;
        failure(natter.endSession.handle(id));
        natter.sweep();
        assertThat(natter.revoked.ids).isEmpty();

        natter.revoked.away = false;
        natter.sweep();

        assertThat(natter.revoked.ids).containsExactly(id);
        var published = natter.events.published.size();
        natter.sweep();
        assertThat(natter.events.published).hasSize(published);
    }

    @Test
    void whoAsksAgainMakesSure() {
        var id = natter.signedIn().sessionId();
        natter.revoked.away = true;
        failure(natter.endSession.handle(id));
        natter.revoked.away = false;

        get(natter.endSession.handle(id));

        assertThat(natter.revoked.ids).containsExactly(id);
    }

    @Test
    void anEndedSessionIsNotFoundOnlyOnceItsTokensAreRefused() {
        var endOwn = new EndOwnSession(natter.sessions, natter.endSession, natter.clock);
        var id = natter.signedIn().sessionId();
        var ada = AccountFakes.ADA.id();
        natter.revoked.away = true;

        assertThat(statusOf(endOwn.handle(ada, id))).isEqualTo(503);
        assertThat(statusOf(endOwn.handle(ada, id))).isEqualTo(503);
        natter.revoked.away = false;
        assertThat(statusOf(endOwn.handle(ada, id))).isEqualTo(404);

        assertThat(natter.revoked.ids).containsExactly(id);
    }

    @Test
    void aSessionThatNeverWasLeavesNoTrace() {
        get(natter.endSession.handle("made-up"));

        assertThat(natter.revoked.ids).isEmpty();
        assertThat(natter.events.published).isEmpty();
    }

    @Test
    void withoutTheBrokerItEndsAndIsPublishedLater() {
        var id = natter.signedIn().sessionId();
        natter.events.away = true;

        get(natter.endSession.handle(id));

        assertThat(natter.revoked.ids).containsExactly(id);
        natter.events.away = false;
        natter.sweep();
        natter.sweep();
        assertThat(natter.events.published).hasSize(1);
    }

    private static int statusOf(Uni<Void> refused) {
        return ((ApiException) failure(refused)).status();
    }
}

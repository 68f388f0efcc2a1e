package dev.natter.user.session;

import static dev.natter.user.session.SessionFixture.PHONE;
import static dev.natter.user.support.Outcomes.failure;
import static dev.natter.user.support.Outcomes.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.events.UserEvent;
import dev.natter.web.ApiException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshSessionTest {

    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();

    private final SessionFixture natter = new SessionFixture();
    private final RefreshSession refresh = natter.refresh();
    private final RefreshToken first = natter.signedIn();
    private final Optional<IdempotencyKey> key = newKey();

    private static Optional<IdempotencyKey> newKey() {
        return IdempotencyKey.of(UUID.randomUUID().toString());
    }

    private RefreshToken exchange(RefreshToken token, Optional<IdempotencyKey> with) {
        return get(refresh.handle(token, with, PHONE)).refreshToken();
    }

    private String refusal(RefreshToken token, Optional<IdempotencyKey> with) {
        var refusal = (ApiException) failure(refresh.handle(token, with, PHONE));
        assertThat(refusal.status()).isEqualTo(401);
        return refusal.code();
    }

    private void later(Duration by) {
        natter.clock.advance(by);
    }

    @Test
    void eachTokenWorksOnce() {
        var second = exchange(first, NO_KEY);

        var third = exchange(second, NO_KEY);

        assertThat(third.sessionId()).isEqualTo(first.sessionId());
    }

    @Test
    void aTokenThatComesAgainIsATheft() {
        var second = exchange(first, NO_KEY);

        assertThat(refusal(first, NO_KEY)).isEqualTo("session_revoked");
        assertThat(refusal(second, NO_KEY)).isEqualTo("session_revoked");
        assertThat(natter.events.published).singleElement().isInstanceOf(UserEvent.SessionEnded.class);
        assertThat(natter.revoked.ids).containsExactly(first.sessionId());
    }

    @Test
    void aRepetitionIsAnsweredWithTheSameSuccessor() {
        var second = exchange(first, key);
        later(Duration.ofDays(6));

        assertThat(exchange(first, key).text()).isEqualTo(second.text());
        assertThat(exchange(first, key).text()).isEqualTo(second.text());
        exchange(second, newKey());
    }

    @Test
    void whoHasTheTokenButNotTheKeyIsAThief() {
        exchange(first, key);

        assertThat(refusal(first, newKey())).isEqualTo("session_revoked");
    }

    @Test
    void whoHasTheTokenAndShowsNoKeyIsAThief() {
        exchange(first, key);

        assertThat(refusal(first, NO_KEY)).isEqualTo("session_revoked");
    }

    @Test
    void aKeyDoesNotMakeARepetitionOfARequestThatHadNone() {
        exchange(first, NO_KEY);

        assertThat(refusal(first, key)).isEqualTo("session_revoked");
    }

    @Test
    void theOwnerIsFoundOutToBeRobbedWhenTheThiefWasFirst() {
        exchange(first, newKey());

        assertThat(refusal(first, key)).isEqualTo("session_revoked");
    }

    @Test
    void aRepetitionInAThiefsHandsIsFoundOutAtTheNextExchange() {
        var owners = exchange(first, key);
        var thiefs = exchange(first, key);
        exchange(thiefs, newKey());

        assertThat(refusal(owners, newKey())).isEqualTo("session_revoked");
    }

    @Test
    void anOlderTokenIsATheftWhateverItsKey() {
        var second = exchange(first, key);
        exchange(second, key);

        assertThat(refusal(first, key)).isEqualTo("session_revoked");
    }

    @Test
    void anIdleSessionIsOver() {
        later(Duration.ofDays(7));

        assertThat(refusal(first, key)).isEqualTo("session_expired");
        assertThat(natter.events.published).isEmpty();
    }

    @Test
    void anUnknownTokenIsRefused() {
        assertThat(refusal(RefreshToken.first(natter.random), key)).isEqualTo("session_expired");
    }

    @Test
    void aSessionEndsWithoutTheBrokerAndIsPublishedLater() {
        exchange(first, NO_KEY);
        natter.events.away = true;

        assertThat(refusal(first, NO_KEY)).isEqualTo("session_revoked");
        assertThat(natter.events.published).isEmpty();

        natter.events.away = false;
        natter.sweep();
        natter.sweep();

        assertThat(natter.events.published).hasSize(1);
    }
}

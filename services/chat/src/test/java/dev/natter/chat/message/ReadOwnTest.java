package dev.natter.chat.message;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadOwnTest extends SendMessageFixture {

    @Test
    void readsUpToOnesOwnMessages() {
        get(sendMessage.handle(text(ALICE, "one")));
        get(sendMessage.handle(text(ALICE, "two")));

        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(2);
        assertThat(positions.get(LUNCH, BOB)).isZero();
    }

    @Test
    void staysBeforeWhatIsUnread() {
        get(sendMessage.handle(text(ALICE, "one")));
        get(sendMessage.handle(text(BOB, "unread")));

        get(sendMessage.handle(text(ALICE, "two")));

        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(1);
    }

    @Test
    void goesOnWhenItHasBeenRead() {
        get(sendMessage.handle(text(BOB, "read")));
        get(positions.advance(LUNCH, ALICE, 1, Instant.EPOCH));

        get(sendMessage.handle(text(ALICE, "answer")));

        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(2);
    }

    @Test
    void staysBeforeWhatMayStillCome() {
        var gate = new CompletableFuture<Void>();
        messages.beforeNextAdding(() -> Uni.createFrom().completionStage(gate));
        sendMessage.handle(text(BOB, "slow")).subscribe().withSubscriber(UniAssertSubscriber.create());

        get(replica().handle(text(ALICE, "fast")));

        assertThat(positions.get(LUNCH, ALICE)).isZero();
        gate.complete(null);
        assertThat(get(messages.anyByOthers(LUNCH, ALICE, positions.get(LUNCH, ALICE), 9)))
                .isTrue();
    }

    @Test
    void passesOverItsOwnAndWhatWasGivenUp() {
        messages.failNextAdding();
        failure(sendMessage.handle(text(ALICE, "lost")));
        get(sendMessage.handle(text(ALICE, "two")));
        assertThat(positions.get(LUNCH, ALICE)).isZero();
        get(messages.giveUp(LUNCH, Set.of(1L)));

        get(sendMessage.handle(text(ALICE, "three")));

        assertThat(positions.get(LUNCH, ALICE)).isEqualTo(3);
    }
}

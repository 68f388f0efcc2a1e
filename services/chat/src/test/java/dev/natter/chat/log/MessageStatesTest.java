package dev.natter.chat.log;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.MessageChange.MessageDeleted;
import dev.natter.chat.log.MessageChange.MessageEdited;
import dev.natter.chat.log.MessageChange.MessageReacted;
import dev.natter.chat.log.MessageChanges.Change;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.Ids;
import dev.natter.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers see of a change at each point at which its replica may die. */
@QuarkusTest
class MessageStatesTest {

    private static final Duration EXPIRY = MessageStates.LOCK_LIFETIME.plusMillis(1);

    @Inject
    ChatDatabase database;

    @Inject
    Ids ids;

    private final TestClock clock = new TestClock();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final AtomicBoolean dies = new AtomicBoolean();
    private InMemoryConversations conversations;
    private LogReplica here;
    private LogReplica elsewhere;
    private String lunch;
    private String soup;

    @BeforeEach
    void send() {
        lunch = ids.next();
        conversations = new InMemoryConversations().with(lunch, "ada", "bob");
        here = LogReplica.of(conversations, database, ids, dies::get, delivery, clock);
        elsewhere = LogReplica.of(conversations, database, ids, () -> false, delivery, clock);
        soup = get(here.log().append(LogReplica.text(lunch, "ada", "Soup?"), (entry, members) -> {}))
                .message()
                .id();
    }

    @Test
    void aLockWithoutAnEntryIsNoChangeAndIsTakenOverWhenItIsOld() {
        here.lockAndDie(lunch, soup);

        assertThat(shown().text()).isEqualTo("Soup?");
        clock.advance(EXPIRY);

        assertThat(change(elsewhere, "ada", edit("Salad?")).text()).isEqualTo("Salad?");
        assertThat(elsewhere.isLocked(lunch, soup)).isFalse();
    }

    @Test
    void anEntryIsAChangeThoughItsReplicaDiedBeforeTheMessageHadIt() {
        dies.set(true);
        change(here, "ada", edit("Salad?"));

        assertThat(shown().text()).isEqualTo("Salad?");
        assertThat(elsewhere.isLocked(lunch, soup)).isTrue();
        clock.advance(EXPIRY);
        assertThat(shown().text()).isEqualTo("Salad?");
        assertThat(elsewhere.isLocked(lunch, soup)).as("settled by the reader").isFalse();
        assertThat(shown().text()).isEqualTo("Salad?");
    }

    @Test
    void aDeletionWhoseReplicaDiedIsSettledWithoutAReader() {
        change(here, "ada", edit("Salad?"));
        dies.set(true);
        change(here, "ada", (header) -> new MessageDeleted(header, soup));
        clock.advance(EXPIRY);

        elsewhere.settle();

        assertThat(elsewhere.isLocked(lunch, soup)).isFalse();
        assertThat(get(elsewhere.messageQueries().unread("bob", java.util.Map.of(lunch, 0L)))
                        .get(lunch)
                        .count())
                .isZero();
        assertThat(entries())
                .filteredOn(MessageEdited.class::isInstance)
                .allSatisfy(entry -> assertThat(((MessageEdited) entry).text()).isNull());
    }

    @Test
    void theListShowsAChangeWhoseReplicaDied() {
        dies.set(true);
        change(here, "ada", edit("Salad?"));

        here.project();

        assertThat(conversations.get(lunch).last().text()).isEqualTo("Salad?");
        assertThat(conversations.get(lunch).lastSeq()).isEqualTo(2);
    }

    /** It took so long that its lock was thought to be left behind. */
    @Test
    void anEntryThatIsAppendedAfterItsLockWasTakenOverIsAChangeAllTheSame() {
        var slow = get(here.lock(lunch, soup));
        clock.advance(EXPIRY);
        change(elsewhere, "bob", header -> new MessageReacted(header, soup, "👍", true));

        here.finish(slow, "ada", edit("Salad?"));

        assertThat(shown())
                .returns("Salad?", MessageView::text)
                .returns(1, message -> message.reactions().size());
        assertThat(elsewhere.isLocked(lunch, soup)).isFalse();
    }

    @Test
    void anEditThatIsAppendedAfterADeletionSaysNothing() {
        var slow = get(here.lock(lunch, soup));
        clock.advance(EXPIRY);
        change(elsewhere, "ada", header -> new MessageDeleted(header, soup));

        here.finish(slow, "ada", edit("Salad?"));

        assertThat(shown().text()).isNull();
        assertThat(entries().toString() + ((MessageEdited) entries().get(2)).text())
                .doesNotContain("Salad?");
    }

    private Change edit(String text) {
        return header -> new MessageEdited(header, soup, text, List.of());
    }

    private MessageView change(LogReplica at, String by, Change change) {
        return get(at.changes().append(conversations.get(lunch), soup, by, message -> change));
    }

    private MessageView shown() {
        return ((Entry.MessageSent) entries().get(0)).message();
    }

    private List<Entry> entries() {
        return get(elsewhere.readLog().following(lunch, "bob", 0, 100));
    }
}

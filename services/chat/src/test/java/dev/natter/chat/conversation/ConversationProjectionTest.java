package dev.natter.chat.conversation;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.log.InMemoryEntries;
import dev.natter.chat.log.LogReplica;
import dev.natter.chat.log.PendingEntry;
import dev.natter.chat.receipt.InMemoryReadPositions;
import dev.natter.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists are right although conversations are brought up to date only after a message was acknowledged. */
class ConversationProjectionTest {

    private final TestClock clock = new TestClock();
    private final InMemoryConversations conversations = new InMemoryConversations()
            .with("old", "ada", "bob")
            .with("older", "ada", "bob")
            .with("oldest", "ada", "bob");
    private final InMemoryEntries entries = new InMemoryEntries();
    private final InMemoryReadPositions positions = new InMemoryReadPositions();
    private final LogReplica here = replica();
    private final LogReplica elsewhere = replica();

    private LogReplica replica() {
        return new LogReplica(conversations, entries, new RecordingDelivery(), clock);
    }

    @Test
    void aListOnTheReplicaOfTheSenderShowsTheNewPlaceAtOnce() {
        send(here, "oldest", "1");
        send(here, "older", "2");
        send(here, "old", "3");

        assertThat(list(here)).containsExactly("old 3", "older 2", "oldest 1");
    }

    @Test
    void aListOnAnotherReplicaShowsItAtOnceIfItsConversationIsOnThePage() {
        send(here, "older", "1");
        here.project();
        send(here, "oldest", "2");
        send(here, "old", "3");

        var page = elsewhere.page("ada", 3, positions);

        assertThat(page.stream().map(ConversationProjectionTest::summary))
                .containsExactly("old 3", "oldest 2", "older 1");
        assertThat(conversations.get("old").lastSeq())
                .as("written for the next reader")
                .isEqualTo(1);
    }

    @Test
    void aListOnAnotherReplicaShowsItNoLaterThanItIsWritten() {
        send(here, "oldest", "1");

        here.project();

        assertThat(list(elsewhere)).startsWith("oldest 1");
    }

    @Test
    void aTickWritesTheNewestOfAllConversationsAtOnce() {
        var projection = new ConversationProjection(conversations, here.messageQueries(), List.of());
        projection.appended(new LogHead("old", 1, clock.instant(), null), Set.of("ada"));
        projection.appended(new LogHead("older", 1, clock.instant(), null), Set.of("ada"));
        projection.appended(new LogHead("old", 2, clock.instant(), null), Set.of("ada"));

        get(projection.onTick(0L));

        assertThat(conversations.get("old").lastSeq()).isEqualTo(2);
        assertThat(conversations.get("older").lastSeq()).isEqualTo(1);
    }

    @Test
    void itNeverGoesBack() {
        get(conversations.project(List.of(new LogHead("old", 2, clock.instant().plusSeconds(1), null))));
        get(conversations.project(List.of(new LogHead("old", 1, clock.instant(), null))));

        assertThat(conversations.get("old").lastSeq()).isEqualTo(2);
        assertThat(conversations.get("old").updatedAt())
                .isEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void aReplicaThatDiesInBetweenIsMadeGoodByTheNextReader() {
        send(here, "oldest", "lost?");

        assertThat(elsewhere.page("bob", 3, positions).get(0))
                .returns("oldest", ConversationView::id)
                .returns(1L, ConversationView::lastSeq)
                .returns(1L, ConversationView::unread);

        assertThat(conversations.get("oldest").lastSeq()).isEqualTo(1);
    }

    @Test
    void aReplicaThatDiesInBetweenIsMadeGoodByTheNextWriter() {
        send(here, "oldest", "lost?");

        send(elsewhere, "oldest", "no");
        elsewhere.project();

        assertThat(conversations.get("oldest"))
                .returns(2L, Conversation::lastSeq)
                .extracting(found -> found.last().text())
                .isEqualTo("no");
    }

    private void send(LogReplica at, String conversationId, String text) {
        clock.advance(Duration.ofMillis(1));
        get(at.log().append(text(conversationId, text), (entry, members) -> {}));
    }

    private static PendingEntry text(String conversationId, String text) {
        return LogReplica.text(conversationId, "ada", text);
    }

    private List<String> list(LogReplica at) {
        return at.list("ada", positions).stream()
                .map(ConversationProjectionTest::summary)
                .toList();
    }

    private static String summary(ConversationView view) {
        return view.id()
                + (view.lastMessage() == null ? "" : " " + view.lastMessage().text());
    }
}

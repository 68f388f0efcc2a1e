package dev.natter.chat.receipt;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageQueries;
import dev.natter.chat.conversation.MessageQueries.LogHead;
import dev.natter.chat.conversation.MessageQueries.Unread;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.StubMessageQueries;
import dev.natter.chat.conversation.StubPresence;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.testing.TestClock;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is shown that a member of a group has come further. */
class ReceiptRecipientsTest {

    private static final int CROWD = 2;
    private static final String PARTY = "party";

    private final TestClock clock = new TestClock();
    private final InMemoryConversations conversations =
            new InMemoryConversations().with(PARTY, "ada", "bob", "cleo", "dan", "eve");
    private final StubMessageQueries messageQueries = new StubMessageQueries();
    private final RecordingDelivery delivery = new RecordingDelivery();

    @BeforeEach
    void oneMessage() {
        messageQueries.stored(new MessageView("m", PARTY, 1, "ada", "c", "text", null, clock.instant()));
    }

    private MarkPosition online(MessageQueries shown, String... userIds) {
        return new MarkPosition(
                conversations.access(),
                shown,
                new InMemoryReadPositions(),
                new StubPresence(userIds),
                new InMemoryProfiles().privacy(),
                CROWD,
                delivery,
                clock,
                (conversationId, userId, seq) -> {});
    }

    private Set<String> recipients() {
        return delivery.delivered().get(0).userIds();
    }

    @Test
    void allOthersWhileFewAreOnline() {
        messageQueries.authors("ada");

        get(online(messageQueries, "ada", "bob", "cleo").delivered(PARTY, "bob", 1));

        assertThat(recipients()).containsExactlyInAnyOrder("ada", "cleo", "dan", "eve");
    }

    @Test
    void theAuthorsWhenManyAreOnline() {
        messageQueries.authors("ada", "bob");

        get(online(messageQueries, "ada", "cleo", "dan").delivered(PARTY, "bob", 1));

        assertThat(recipients()).containsExactly("ada");
    }

    @Test
    void theReaderTooWhenManyAreOnline() {
        messageQueries.authors("ada");

        get(online(messageQueries, "ada", "cleo", "dan").read(PARTY, "bob", 1));

        assertThat(recipients()).containsExactlyInAnyOrder("ada", "bob");
    }

    @Test
    void allOthersWhenTheAuthorsCannotBeFound() {
        get(online(new Away(), "ada", "cleo", "dan").delivered(PARTY, "bob", 1));

        assertThat(recipients()).containsExactlyInAnyOrder("ada", "cleo", "dan", "eve");
    }

    private static final class Away implements MessageQueries {
        @Override
        public Uni<Map<String, Unread>> unread(String readerId, Map<String, Long> readSeqs) {
            return away();
        }

        @Override
        public Uni<Set<String>> authors(String conversationId, long seq, int most) {
            return away();
        }

        @Override
        public Uni<Map<String, List<String>>> speakers(Map<String, Long> after) {
            return away();
        }

        @Override
        public Uni<LogHead> newest(String conversationId) {
            return away();
        }

        @Override
        public Uni<GroupChanges> groupChanges(String conversationId, long after) {
            return away();
        }

        @Override
        public Uni<List<MessageView>> quoting(List<MessageView> messages) {
            return away();
        }

        @Override
        public Uni<MessageView> newestVisible(String conversationId, String readerId) {
            return away();
        }

        @Override
        public long knownSeq(String conversationId) {
            return 1;
        }

        private static <T> Uni<T> away() {
            return Uni.createFrom().failure(new IllegalStateException("the store is away"));
        }
    }
}

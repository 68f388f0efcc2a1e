package dev.natter.chat.receipt;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Kind;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.StubPresence;
import dev.natter.chat.conversation.StubTimeline;
import dev.natter.chat.conversation.Timeline;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final int CROWD = 2;
    private static final Conversation PARTY = new Conversation(
            "party", Kind.GROUP, null, List.of("ada", "bob", "cleo", "dan", "eve"), 9, null, Instant.EPOCH);

    private final StubTimeline timeline = new StubTimeline();

    private Audience online(String... userIds) {
        return new Audience(new StubPresence(userIds), timeline, () -> CROWD);
    }

    @Test
    void allOthersWhileFewAreThere() {
        timeline.authors("ada");

        assertThat(get(online("ada", "bob", "cleo").of(PARTY, "bob", 9)))
                .containsExactlyInAnyOrder("ada", "cleo", "dan", "eve");
    }

    @Test
    void theAuthorsWhenManyAreThere() {
        timeline.authors("ada", "bob");

        assertThat(get(online("ada", "cleo", "dan").of(PARTY, "bob", 9))).containsExactly("ada");
    }

    @Test
    void allOthersWhenTheAuthorsCannotBeFound() {
        var away = new Audience(new StubPresence("ada", "cleo", "dan"), new Away(), () -> CROWD);

        assertThat(get(away.of(PARTY, "bob", 9))).containsExactlyInAnyOrder("ada", "cleo", "dan", "eve");
    }

    private static final class Away implements Timeline {
        @Override
        public Uni<Map<String, Long>> unread(String readerId, Map<String, Long> readSeqs) {
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
        public Uni<MessageView> newest(String conversationId) {
            return away();
        }

        private static <T> Uni<T> away() {
            return Uni.createFrom().failure(new IllegalStateException("the store is away"));
        }
    }
}

package dev.natter.chat.receipt;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.LogHead;
import dev.natter.chat.conversation.StubPresence;
import dev.natter.chat.conversation.StubTimeline;
import dev.natter.chat.conversation.Timeline;
import dev.natter.chat.receipt.Reach.Reached;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final int CROWD = 2;
    private static final Reached PARTY = new Reached("party", List.of("ada", "bob", "cleo", "dan", "eve"), 9);

    private final StubTimeline timeline = new StubTimeline();

    private Audience online(String... userIds) {
        return new Audience(new StubPresence(userIds), timeline, () -> CROWD);
    }

    @Test
    void allOthersWhileFewAreThere() {
        timeline.authors("ada");

        assertThat(get(online("ada", "bob", "cleo").of(PARTY, "bob")))
                .containsExactlyInAnyOrder("ada", "cleo", "dan", "eve");
    }

    @Test
    void theAuthorsWhenManyAreThere() {
        timeline.authors("ada", "bob");

        assertThat(get(online("ada", "cleo", "dan").of(PARTY, "bob"))).containsExactly("ada");
    }

    @Test
    void allOthersWhenTheAuthorsCannotBeFound() {
        var away = new Audience(new StubPresence("ada", "cleo", "dan"), new Away(), () -> CROWD);

        assertThat(get(away.of(PARTY, "bob"))).containsExactlyInAnyOrder("ada", "cleo", "dan", "eve");
    }

    private static final class Away implements Timeline {
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
        public long knownSeq(String conversationId) {
            return 0;
        }

        private static <T> Uni<T> away() {
            return Uni.createFrom().failure(new IllegalStateException("the store is away"));
        }
    }
}

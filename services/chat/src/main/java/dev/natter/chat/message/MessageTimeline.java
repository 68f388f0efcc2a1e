package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages of a conversation as it shows them. */
@ApplicationScoped
class MessageTimeline implements Timeline {

    private final Messages messages;

    MessageTimeline(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Uni<Map<String, Long>> unread(String readerId, Map<String, Long> readSeqs) {
        return messages.countByOthers(readerId, readSeqs);
    }

    @Override
    public Uni<Set<String>> authors(String conversationId, long seq, int most) {
        return messages.authors(conversationId, seq, most);
    }

    @Override
    public Uni<Map<String, List<String>>> speakers(Map<String, Long> after) {
        return messages.speakers(after);
    }

    @Override
    public Uni<@Nullable MessageView> newest(String conversationId) {
        return messages.preceding(conversationId, Long.MAX_VALUE, 1)
                .map(found -> found.isEmpty() ? null : found.get(0));
    }
}

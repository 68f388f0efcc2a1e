package dev.natter.chat.conversation;

import dev.natter.chat.profile.Companions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** People have to do with each other when they share a conversation. */
@ApplicationScoped
class KnownCompanions implements Companions {

    private final Conversations conversations;

    KnownCompanions(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public Uni<Set<String>> of(String userId) {
        return conversations.companions(userId);
    }
}

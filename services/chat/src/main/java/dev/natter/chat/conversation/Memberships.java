package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in a conversation with whom. For the service's own use: tells nothing to anybody outside. */
@ApplicationScoped
public class Memberships {

    private final Conversations conversations;

    Memberships(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The ids of all conversations this user is in. */
    public Uni<Set<String>> conversationsOf(String userId) {
        return conversations.idsOf(userId);
    }

    /** The members of these conversations, by conversation; they never change. */
    public Uni<Map<String, List<String>>> members(Collection<String> conversationIds) {
        return conversationIds.isEmpty() ? Uni.createFrom().item(Map.of()) : conversations.membersOf(conversationIds);
    }

    /** Those of the candidates who share a conversation with this user; never the user. */
    public Uni<Set<String>> companionsAmong(String userId, Collection<String> candidates) {
        return candidates.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : conversations.companionsAmong(userId, candidates);
    }
}

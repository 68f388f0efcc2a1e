package dev.natter.chat.conversation;

import dev.natter.chat.profile.ProfileService.Contacts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Who is in which conversations, with whom. For use inside the service: answers for any user, without a check. */
@ApplicationScoped
public class Memberships implements Contacts {

    private final ConversationRepository conversations;
    private final GroupChanges groupChanges;

    Memberships(ConversationRepository conversations, GroupChanges groupChanges) {
        this.conversations = conversations;
        this.groupChanges = groupChanges;
    }

    /** The conversations that the logs say the user is in now, with the entry from which on the user sees each. */
    public Uni<Map<String, Long>> visibleTo(String userId) {
        return conversations
                .membershipsOf(userId)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(each -> each.isUnsettled()
                                ? find(each.id())
                                        .map(settled -> settled == null
                                                ? Long.MAX_VALUE
                                                : settled.visibleFrom().applyAsLong(userId))
                                        .map(from -> Map.entry(each.id(), from))
                                : Uni.createFrom().item(Map.entry(each.id(), each.joinedSeq(userId))))
                        .filter(each -> each.getValue() < Long.MAX_VALUE)
                        .collect()
                        .asMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Uni<Set<String>> conversationsOf(String userId) {
        return conversations.idsOf(userId);
    }

    /** The conversation with the members that its log says it has now; null when there is none. */
    public Uni<@Nullable Conversation> find(String conversationId) {
        return conversations.getById(conversationId).chain(groupChanges::settledOrNull);
    }

    /** A page of all conversations, by their ids behind {@code after}, with the number of the newest projected entry. */
    public Uni<SortedMap<String, Long>> lastSeqs(String after, int limit) {
        return conversations.lastSeqs(after, limit);
    }

    /** The titles of those of these conversations that have one. */
    public Uni<Map<String, String>> titles(Collection<String> conversationIds) {
        return conversations.titlesOf(conversationIds);
    }

    /** Whether this is the direct conversation of two. */
    public Uni<Boolean> isDirect(String conversationId) {
        return conversations.isDirect(conversationId);
    }

    @Override
    public Uni<Set<String>> of(String userId) {
        return conversations.contacts(userId);
    }

    /** Those of the candidates who share a conversation with this user; never the user. */
    public Uni<Set<String>> contactsAmong(String userId, Collection<String> candidates) {
        return conversations.contactsAmong(userId, candidates);
    }
}

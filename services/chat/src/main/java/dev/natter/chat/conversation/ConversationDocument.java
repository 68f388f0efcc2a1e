package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the database. The projection of its log changes {@code lastSeq}, {@code last} and
 * {@code updatedAt}, and never rewrites the members.
 *
 * @param memberIds null only where they were not asked for
 * @param memberCount null only in groups of the first release; see {@link CountMembers}
 * @param pair of a direct conversation: both ids in order; unique
 */
@RegisterForReflection
public record ConversationDocument(
        @BsonId String id,
        Kind kind,
        @Nullable String title,
        @Nullable List<String> memberIds,
        @Nullable Integer memberCount,
        @Nullable String pair,
        long lastSeq,
        @Nullable LastMessageDocument last,
        Instant createdAt,
        Instant updatedAt) {

    static ConversationDocument of(Conversation conversation) {
        return new ConversationDocument(
                conversation.id(),
                conversation.kind(),
                conversation.title(),
                conversation.memberIds(),
                conversation.memberCount(),
                conversation.kind() == Kind.DIRECT
                        ? pair(
                                conversation.memberIds().get(0),
                                conversation.memberIds().get(1))
                        : null,
                conversation.lastSeq(),
                conversation.last() == null ? null : LastMessageDocument.of(conversation.last()),
                conversation.updatedAt(),
                conversation.updatedAt());
    }

    /** The same for two people, whoever comes first. Ids hold no blank. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    Conversation toConversation() {
        return toConversation(memberIds == null ? List.of() : memberIds);
    }

    /** The same, of members that are known from elsewhere. */
    Conversation toConversation(List<String> members) {
        return new Conversation(
                id, kind, title, members, countOf(members), lastSeq, last == null ? null : last.toView(id), updatedAt);
    }

    private int countOf(List<String> members) {
        if (memberCount != null) {
            return memberCount;
        }
        return members.size() > ConversationView.MAX_MEMBERS ? 0 : members.size();
    }
}

package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.storage.avatar.AvatarView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation as one of its members sees it. Its size does not grow with the number of members. */
@RegisterForReflection
@Schema(name = "Conversation", description = "A conversation as one of its members sees it.")
public record ConversationView(
        @Schema(required = true) String id,
        @Schema(required = true) Kind kind,

        @Schema(required = true, nullable = true, description = "Null without a title.") @Nullable String title,

        @Schema(
                required = true,
                nullable = true,
                description = "The photo of a group. Null without one, and of a direct conversation.")
        @Nullable AvatarView avatar,

        @Schema(
                required = true,
                maxItems = ConversationView.MAX_MEMBERS,
                description =
                        "At most 20. Up to 20 members: all of them, the one who started it first. Of a larger group the caller, the most recent speakers, and some of the first members.")
        List<MemberView> members,

        @Schema(required = true, description = "Number of members, the caller included.")
        int memberCount,

        @Schema(required = true, description = "Messages up to this seq have reached all other members.")
        long deliveredToAllSeq,

        @Schema(required = true, description = "All other members have read up to this seq.")
        long readByAllSeq,

        @Schema(required = true, description = "The seq of the newest entry of its log; 0 while there is none.")
        long lastSeq,

        @Schema(required = true, nullable = true) @Nullable MessageView lastMessage,

        @Schema(
                required = true,
                description = "Number of messages of others after the caller's readSeq that are not deleted.")
        long unread,

        @Schema(
                required = true,
                implementation = String.class,
                format = "date-time",
                description = "Time of the latest activity; lists are sorted by it.")
        Instant updatedAt,

        @Schema(required = true) MineView mine) {

    static final int MAX_MEMBERS = 20;

    public ConversationView {
        members = List.copyOf(members);
    }

    ConversationView with(MemberView viewer) {
        var others = members.stream().limit(MAX_MEMBERS - 1);
        return new ConversationView(
                id,
                kind,
                title,
                avatar,
                Stream.concat(Stream.of(viewer), others).toList(),
                memberCount,
                deliveredToAllSeq,
                readByAllSeq,
                lastSeq,
                lastMessage,
                unread,
                updatedAt,
                mine);
    }

    /** The same, with these members and sums. */
    ConversationView with(List<MemberView> shown, long deliveredToAll, long readByAll) {
        return new ConversationView(
                id,
                kind,
                title,
                avatar,
                shown,
                memberCount,
                deliveredToAll,
                readByAll,
                lastSeq,
                lastMessage,
                unread,
                updatedAt,
                mine);
    }

    /** The caller's own settings of a conversation; other members do not see them. */
    @RegisterForReflection
    @Schema(
            name = "Mine",
            description = "The caller's own settings of the conversation. Other members do not see them.")
    public record MineView(
            @Schema(
                    required = true,
                    implementation = String.class,
                    format = "date-time",
                    nullable = true,
                    description = "Null when not muted; may have passed. `9999-12-31T23:59:59.999Z` is for ever.")
            @Nullable Instant mutedUntil,

            @Schema(required = true) boolean pinned,

            @Schema(required = true, description = "Until the next message.")
            boolean archived,

            @Schema(required = true, description = "Until the caller reads it on any device: a `read` ends it.")
            boolean markedUnread) {}

    @RegisterForReflection
    @Schema(name = "Member")
    public record MemberView(
            @Schema(required = true) String userId,
            @Schema(required = true) String name,

            @Schema(required = true, nullable = true, description = "Null without one.") @Nullable AvatarView avatar,

            @Schema(
                    required = true,
                    description = "A group has one owner. Both members of a direct conversation are members.")
            Role role,

            @Schema(
                    required = true,
                    description =
                            "The entry that added the member, who sees the log from it on; 0 for members from the start.")
            long joinedSeq,

            @Schema(required = true) boolean online,

            @Schema(required = true, implementation = String.class, format = "date-time", nullable = true) @Nullable Instant lastSeenAt,

            @Schema(required = true, description = "Messages up to this seq have reached one of the member's devices.")
            long deliveredSeq,

            @Schema(required = true, description = "The member has read up to this seq.")
            long readSeq) {

        /** The same, with this avatar, presence and these positions. */
        MemberView with(@Nullable AvatarView shown, Presence.Seen seen, long delivered, long read) {
            return new MemberView(
                    userId, name, shown, role, joinedSeq, seen.online(), seen.lastSeenAt(), delivered, read);
        }
    }

    /** A conversation is new, or has changed; shown as the receiver sees it. */
    @RegisterForReflection
    @JsonTypeName("conversation")
    public record ConversationFrame(ConversationView conversation) implements ServerFrame {}
}

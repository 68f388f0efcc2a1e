package dev.natter.chat.message;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Positions.Position;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.log.ReadLog;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.Privacy.Visibility;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has received and who has read a message. */
@ApplicationScoped
class MessageReceipts {

    private final ConversationAccess access;
    private final ReadLog readLog;
    private final Receipts receipts;
    private final Privacy privacy;
    private final MessageLimits limits;

    MessageReceipts(
            ConversationAccess access, ReadLog readLog, Receipts receipts, Privacy privacy, MessageLimits limits) {
        this.access = access;
        this.readLog = readLog;
        this.receipts = receipts;
        this.privacy = privacy;
        this.limits = limits;
    }

    /** Fails with 404, and with 422 in a large group. */
    Uni<MessageReceiptsView> get(String conversationId, String messageId, String userId) {
        return access.open(conversationId, userId).chain(conversation -> {
            if (conversation.memberCount() > limits.maxReceiptMembers()) {
                throw ApiException.unprocessable(
                        ErrorCode.TOO_MANY_MEMBERS,
                        "Receipts are listed in groups of up to %d members.".formatted(limits.maxReceiptMembers()));
            }
            return readLog.message(conversation, messageId, userId)
                    .chain(message -> receipts.positions(Map.of(conversationId, conversation.memberIds()))
                            .chain(positions -> privacy.of(conversation.memberIds())
                                    .map(visibility -> view(conversation, message, positions, visibility, userId))));
        });
    }

    /** Without the receipts that members keep from the viewer. */
    static MessageReceiptsView view(
            Conversation conversation,
            MessageView message,
            Positions positions,
            Visibility visibility,
            String viewerId) {
        var others = conversation.memberIds().stream()
                .filter(member -> !member.equals(message.senderId()))
                .filter(member -> !visibility.blocks(member, viewerId))
                .toList();
        var readers = others.stream()
                .filter(member -> visibility.showsRead(member, viewerId))
                .toList();
        return new MessageReceiptsView(
                reached(conversation, readers, message, positions, Position::read),
                reached(conversation, others, message, positions, Position::delivered));
    }

    private static List<String> reached(
            Conversation conversation,
            List<String> members,
            MessageView message,
            Positions positions,
            ToLongFunction<Position> position) {
        return members.stream()
                .filter(member -> position.applyAsLong(positions.of(conversation.id(), member)) >= message.seq())
                .toList();
    }

    @RegisterForReflection
    @Schema(name = "MessageReceipts")
    record MessageReceiptsView(
            @Schema(required = true, description = "Ids of the members who have read it, without its sender.")
            List<String> readBy,

            @Schema(
                    required = true,
                    description =
                            "Ids of the members one of whose devices has received it, those who have read it included; without its sender.")
            List<String> receivedBy) {}
}

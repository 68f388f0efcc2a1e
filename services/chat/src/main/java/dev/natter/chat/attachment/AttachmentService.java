package dev.natter.chat.attachment;

import dev.natter.chat.conversation.AttachmentView;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.storage.PresignedUrl;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Attaches uploads to messages, and shows attachments to the members of the conversations that hold them and to their owner.
 * Only what a check stored is ever shown.
 */
@ApplicationScoped
public class AttachmentService {

    private static final int UNPROCESSABLE = 422;

    private final ConversationAccess access;
    private final AttachmentRepository attachments;
    private final AttachmentUsage usage;
    private final CheckUpload checkUpload;
    private final AttachmentUrls urls;
    private final RateLimits rateLimits;
    private final List<Rate> checks;
    private final Clock clock;

    AttachmentService(
            ConversationAccess access,
            AttachmentRepository attachments,
            AttachmentUsage usage,
            CheckUpload checkUpload,
            AttachmentUrls urls,
            RateLimits rateLimits,
            AttachmentLimits limits,
            Clock clock) {
        this.access = access;
        this.attachments = attachments;
        this.usage = usage;
        this.checkUpload = checkUpload;
        this.urls = urls;
        this.rateLimits = rateLimits;
        this.checks = List.of(new Rate(limits.imageUploadsPerHour(), Duration.ofHours(1)));
        this.clock = clock;
    }

    /**
     * Attaches an attachment to a conversation of the sender, any number of times; its members may see it from now on. It is
     * the sender's, or one that the sender may see in another conversation. It is deleted a day later if no message has it by
     * then ({@link AttachmentUsage}). Fails with a {@link ApiException}: 404 for a conversation that is not the sender's, 422 for an
     * attachment that the sender may not see, not uploaded, or rejected, 503 when it cannot be checked now.
     */
    public Uni<AttachmentView> attach(AttachmentId attachment, String senderId, String conversationId) {
        var kind = attachment.kind();
        return access.open(conversationId, senderId)
                .chain(() -> visible(attachment, senderId))
                .onItem()
                .ifNull()
                .failWith(kind::notUploaded)
                .chain(checkUpload::handle)
                .call(checked -> attachments
                        .hold(checked.id(), conversationId, clock.instant())
                        .onItem()
                        .ifNull()
                        .failWith(kind::notUploaded))
                .map(Attachment::toView);
    }

    /** A URL of the attachment. Fails with 404, and with 429 for too many looks at own uploads that were never checked. */
    Uni<PresignedUrl> url(AttachmentId attachment, String userId) {
        var kind = attachment.kind();
        return visible(attachment, userId)
                .onItem()
                .ifNull()
                .failWith(kind::unknown)
                .call(found -> found.isChecked()
                        ? Uni.createFrom().voidItem()
                        : rateLimits
                                .acquire(RateLimit.UPLOAD_CHECK, userId, checks)
                                .replaceWithVoid())
                .chain(checkUpload::handle)
                .onFailure(failure -> failure instanceof ApiException refusal && refusal.status() == UNPROCESSABLE)
                .transform(rejected -> kind.unknown())
                .chain(urls::read);
    }

    /** The attachment, if it is of this kind and the user may see it; else null. */
    private Uni<@Nullable Attachment> visible(AttachmentId wanted, String userId) {
        return attachments
                .get(wanted.id())
                .chain(found -> found == null || found.kind() != wanted.kind()
                        ? Uni.createFrom().nullItem()
                        : isVisible(found, userId).map(isVisible -> isVisible ? found : null));
    }

    private Uni<Boolean> isVisible(Attachment attachment, String userId) {
        return attachment.ownerId().equals(userId)
                ? Uni.createFrom().item(true)
                : access.among(attachment.conversationIds(), userId)
                        .onItem()
                        .transformToMulti(found -> Multi.createFrom().iterable(found))
                        .onItem()
                        .transformToUniAndConcatenate(conversation -> isIn(attachment, conversation, userId))
                        .filter(isIn -> isIn)
                        .toUni()
                        .map(Objects::nonNull);
    }

    /** Members from the start see all attachments of their conversation, others those of messages since they joined. */
    private Uni<Boolean> isIn(Attachment attachment, Conversation conversation, String userId) {
        var joined = conversation.joinedSeq(userId);
        return joined == 0 ? Uni.createFrom().item(true) : usage.isUsed(attachment.id(), conversation.id(), joined);
    }
}

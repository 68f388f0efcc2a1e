package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView.ImageView;
import dev.natter.chat.mongo.Ids;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Offers uploads, attaches them to messages, and shows them to the members of the conversations that hold them and to their
 * owner. Only what the inspection stored is ever shown.
 */
@ApplicationScoped
public class ImageService {

    private static final int UNPROCESSABLE = 422;

    private final ConversationAccess access;
    private final ImageRepository images;
    private final AttachmentUsage usage;
    private final InspectImage inspectImage;
    private final S3UrlSigner urlSigner;
    private final RateLimits rateLimits;
    private final ImageLimits limits;
    private final List<Rate> rates;
    private final Ids ids;
    private final Clock clock;

    ImageService(
            ConversationAccess access,
            ImageRepository images,
            AttachmentUsage usage,
            InspectImage inspectImage,
            S3UrlSigner urlSigner,
            RateLimits rateLimits,
            ImageLimits limits,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.images = images;
        this.usage = usage;
        this.inspectImage = inspectImage;
        this.urlSigner = urlSigner;
        this.rateLimits = rateLimits;
        this.limits = limits;
        this.rates = List.of(new Rate(limits.uploadsPerHour(), Duration.ofHours(1)));
        this.ids = ids;
        this.clock = clock;
    }

    /** Offers an upload of exactly this type and length. Fails with 400, 413, 415, or 429 for too many of one user. */
    Uni<UploadView> offer(String ownerId, @Nullable String contentType, @Nullable Long bytes) {
        return Uni.createFrom()
                .item(() -> offered(ownerId, contentType, bytes))
                .call(() -> rateLimits.take(RateLimit.IMAGE, ownerId, rates))
                .call(images::add)
                .chain(image -> urlSigner.upload(image).map(url -> UploadView.of(image, url)));
    }

    private Image offered(String ownerId, @Nullable String contentType, @Nullable Long bytes) {
        if (contentType == null) {
            throw Refusal.malformed("contentType", "is missing");
        }
        if (bytes == null || bytes < 1) {
            throw Refusal.malformed("bytes", "must be a number from 1 up");
        }
        var format = Format.of(contentType);
        if (format == null) {
            throw Refusal.unsupportedMediaType(
                    ErrorCode.IMAGE_TYPE_NOT_SUPPORTED,
                    "This type is not supported. Send a JPEG, PNG, WebP or GIF image.");
        }
        if (bytes > limits.maxBytes()) {
            throw Refusal.tooLarge(
                    ErrorCode.IMAGE_TOO_LARGE, "An image has at most %d bytes.".formatted(limits.maxBytes()));
        }
        return Image.offered(ids.next(), ownerId, format, bytes, clock.instant());
    }

    /**
     * Attaches an image to a conversation of the sender, any number of times; its members may see it from now on. It is the
     * sender's, or one that the sender may see in another conversation. It is deleted a day later if no message has it by then
     * ({@link AttachmentUsage}). Fails with a {@link Refusal}: 404 for a conversation that is not the sender's, 422 for an image
     * that the sender may not see, not uploaded, or rejected, 503 when it cannot be inspected now.
     */
    public Uni<ImageView> attach(String imageId, String senderId, String conversationId) {
        return access.open(conversationId, senderId)
                .chain(() -> images.get(imageId))
                .onItem()
                .ifNull()
                .failWith(InspectImage::notUploaded)
                .call(image -> isVisible(image, senderId).invoke(isVisible -> {
                    if (!isVisible) {
                        throw InspectImage.notUploaded();
                    }
                }))
                .chain(inspectImage::handle)
                .call(inspected -> images.hold(imageId, conversationId, clock.instant())
                        .onItem()
                        .ifNull()
                        .failWith(InspectImage::notUploaded))
                .map(Image::toView);
    }

    /** A URL of the image. Fails with 404, and with 429 for too many looks at own uploads that were never inspected. */
    Uni<PresignedUrl> url(String imageId, String userId) {
        return images.get(imageId)
                .onItem()
                .ifNull()
                .failWith(ImageService::unknown)
                .call(image -> isVisible(image, userId).invoke(isVisible -> {
                    if (!isVisible) {
                        throw unknown();
                    }
                }))
                .call(image -> image.isInspected()
                        ? Uni.createFrom().voidItem()
                        : rateLimits
                                .take(RateLimit.IMAGE_INSPECTION, userId, rates)
                                .replaceWithVoid())
                .chain(inspectImage::handle)
                .onFailure(failure -> failure instanceof Refusal refusal && refusal.status() == UNPROCESSABLE)
                .transform(rejected -> unknown())
                .chain(urlSigner::read);
    }

    private Uni<Boolean> isVisible(Image image, String userId) {
        return image.ownerId().equals(userId)
                ? Uni.createFrom().item(true)
                : access.among(image.conversationIds(), userId)
                        .onItem()
                        .transformToMulti(found -> Multi.createFrom().iterable(found))
                        .onItem()
                        .transformToUniAndConcatenate(conversation -> isIn(image, conversation, userId))
                        .filter(isIn -> isIn)
                        .toUni()
                        .map(Objects::nonNull);
    }

    /** Members from the start see all images of their conversation, others those of messages since they joined. */
    private Uni<Boolean> isIn(Image image, Conversation conversation, String userId) {
        var joined = conversation.joinedSeq(userId);
        return joined == 0 ? Uni.createFrom().item(true) : usage.isUsed(image.id(), conversation.id(), joined);
    }

    private static Refusal unknown() {
        return Refusal.notFound(ErrorCode.IMAGE_NOT_FOUND, "The image does not exist.");
    }

    @Schema(name = "ImageUpload")
    @RegisterForReflection
    record UploadView(
            @Schema(required = true) String imageId,
            @Schema(required = true) Target upload) {

        /** The request to make, without which nothing is stored. */
        @Schema(
                name = "UploadTarget",
                description = "The request that uploads the file. Make it exactly so, without an access token.")
        @RegisterForReflection
        record Target(
                @Schema(required = true, examples = "PUT") String method,

                @Schema(required = true, format = "uri", description = "A secret until it expires.")
                String url,

                @Schema(required = true, description = "Headers that the request must have.")
                Map<String, String> headers,

                @Schema(required = true, implementation = String.class, format = "date-time")
                Instant expiresAt) {

            /** Leaves the URL out: it must not reach a log. */
            @Override
            public String toString() {
                return "Target[expiresAt=%s]".formatted(expiresAt);
            }
        }

        static UploadView of(Image image, PresignedUrl url) {
            // The length is signed, too; every client sends it by itself, and browsers do not let a page set it.
            var headers = Map.of("Content-Type", image.contentType());
            return new UploadView(image.id(), new Target("PUT", url.url(), headers, url.expiresAt()));
        }
    }

    /** Knows which attachments messages have; implemented by the feature that stores messages. */
    public interface AttachmentUsage {

        /** Those of these images that a stored message has. */
        Uni<Set<String>> usedAmong(Collection<String> imageIds);

        /** Whether an entry of this conversation has the image, from this number on. */
        Uni<Boolean> isUsed(String imageId, String conversationId, long fromSeq);
        /** The conversations with a stored message that has this image. */
        Uni<Set<String>> conversationsWith(String imageId);
    }
}

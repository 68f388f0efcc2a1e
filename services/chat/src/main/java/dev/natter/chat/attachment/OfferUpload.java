package dev.natter.chat.attachment;

import dev.natter.chat.attachment.Attachment.Recording;
import dev.natter.chat.attachment.UploadView.Multipart;
import dev.natter.chat.attachment.file.FileName;
import dev.natter.chat.attachment.file.FileType;
import dev.natter.chat.attachment.voice.VoiceFormat;
import dev.natter.chat.mongo.Ids;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimits;
import dev.natter.storage.PresignedUrl;
import dev.natter.storage.S3ObjectStore;
import dev.natter.storage.inspection.Format;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Offers uploads of exactly one type and length. Every offer fails with 400 when it is malformed, 413 when it is too large,
 * 422 when the user's storage is full, and 429 for too many of one user; an image or voice message of another type with 415.
 */
@ApplicationScoped
class OfferUpload {

    /** Longer files may be uploaded in parts. */
    static final long MULTIPART_ABOVE = 16L << 20;

    private static final int MAX_WAVEFORM = 64;
    private static final int MAX_LEVEL = 255;

    private final AttachmentRepository attachments;
    private final StorageQuota quota;
    private final AttachmentUrls urls;
    private final S3ObjectStore store;
    private final RateLimits rateLimits;
    private final AttachmentLimits limits;
    private final Ids ids;
    private final Clock clock;

    OfferUpload(
            AttachmentRepository attachments,
            StorageQuota quota,
            AttachmentUrls urls,
            S3ObjectStore store,
            RateLimits rateLimits,
            AttachmentLimits limits,
            Ids ids,
            Clock clock) {
        this.attachments = attachments;
        this.quota = quota;
        this.urls = urls;
        this.store = store;
        this.rateLimits = rateLimits;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Offer> image(String ownerId, @Nullable String contentType, @Nullable Long bytes) {
        return offer(limits.imageUploadsPerHour(), () -> {
            var type = given(contentType);
            var length = given(bytes);
            var format = Format.of(type);
            if (format == null) {
                throw ApiException.unsupportedMediaType(
                        ErrorCode.IMAGE_TYPE_NOT_SUPPORTED,
                        "This type is not supported. Send a JPEG, PNG, WebP or GIF image.");
            }
            if (length > limits.imageMaxBytes()) {
                throw AttachmentKind.IMAGE.tooLarge("An image has at most %d bytes.".formatted(limits.imageMaxBytes()));
            }
            return offered(AttachmentKind.IMAGE, ownerId, format.contentType(), length, null, null);
        });
    }

    Uni<Offer> file(String ownerId, @Nullable String name, @Nullable String contentType, @Nullable Long bytes) {
        return offer(limits.fileUploadsPerHour(), () -> {
            if (name == null) {
                throw ApiException.malformed("name", "is missing");
            }
            var type = FileType.declared(given(contentType));
            var length = given(bytes);
            if (length > limits.fileMaxBytes()) {
                throw AttachmentKind.FILE.tooLarge("A file has at most %d bytes.".formatted(limits.fileMaxBytes()));
            }
            return offered(AttachmentKind.FILE, ownerId, type, length, FileName.of(name), null);
        });
    }

    Uni<Offer> voice(
            String ownerId,
            @Nullable String contentType,
            @Nullable Long bytes,
            @Nullable Long durationMs,
            @Nullable List<@Nullable Integer> waveform) {
        return offer(limits.voiceUploadsPerHour(), () -> {
            var type = given(contentType);
            var length = given(bytes);
            var recording = new Recording(duration(durationMs), levels(waveform));
            var format = VoiceFormat.of(type);
            if (format == null) {
                throw ApiException.unsupportedMediaType(
                        ErrorCode.VOICE_TYPE_NOT_SUPPORTED,
                        "This type is not supported. Send a WebM, Ogg or MP4 recording.");
            }
            if (length > limits.voiceMaxBytes()) {
                throw AttachmentKind.VOICE.tooLarge(
                        "A voice message has at most %d bytes.".formatted(limits.voiceMaxBytes()));
            }
            return offered(AttachmentKind.VOICE, ownerId, format.contentType(), length, null, recording);
        });
    }

    private Uni<Offer> offer(int perHour, Supplier<Attachment> check) {
        var rates = List.of(new Rate(perHour, Duration.ofHours(1)));
        return Uni.createFrom()
                .item(check)
                .call(offered -> rateLimits.acquire(offered.kind().uploads(), offered.ownerId(), rates))
                .call(attachments::add)
                .call(quota::requireRoomForOffer)
                .chain(offered -> urls.upload(offered)
                        .chain(url -> inParts(offered).map(multipart -> new Offer(offered, url, multipart)))
                        // Else repeats while the store is away would fill the owner's quota.
                        .onFailure()
                        .call(() -> CheckUpload.inAnyCase(attachments.withdraw(offered.id()))));
    }

    private Uni<@Nullable Multipart> inParts(Attachment offered) {
        return offered.kind() != AttachmentKind.FILE || offered.bytes() <= MULTIPART_ABOVE
                ? Uni.createFrom().nullItem()
                : store.beginUpload(ObjectKeys.upload(offered.id()), offered.contentType())
                        .call(multipartId -> attachments.uploadInParts(offered.id(), multipartId))
                        .chain(multipartId -> urls.parts(offered, multipartId));
    }

    private Attachment offered(
            AttachmentKind kind,
            String ownerId,
            String contentType,
            long bytes,
            @Nullable String name,
            @Nullable Recording recording) {
        return Attachment.offered(ids.next(), kind, ownerId, contentType, bytes, name, recording, clock.instant());
    }

    private static String given(@Nullable String contentType) {
        if (contentType == null) {
            throw ApiException.malformed("contentType", "is missing");
        }
        return contentType;
    }

    private static long given(@Nullable Long bytes) {
        if (bytes == null || bytes < 1) {
            throw ApiException.malformed("bytes", "must be a number from 1 up");
        }
        return bytes;
    }

    private int duration(@Nullable Long durationMs) {
        if (durationMs == null || durationMs < 1) {
            throw ApiException.malformed("durationMs", "must be a number from 1 up");
        }
        var longest = limits.voiceMaxDuration();
        if (durationMs > longest.toMillis()) {
            throw AttachmentKind.VOICE.tooLarge(
                    "A voice message has at most %d seconds.".formatted(longest.toSeconds()));
        }
        return durationMs.intValue();
    }

    private static List<Integer> levels(@Nullable List<@Nullable Integer> waveform) {
        if (waveform == null
                || waveform.size() > MAX_WAVEFORM
                || waveform.stream().anyMatch(level -> level == null || level < 0 || level > MAX_LEVEL)) {
            throw ApiException.malformed("waveform", "must have at most 64 numbers from 0 to 255");
        }
        return waveform.stream().map(Objects::requireNonNull).toList();
    }

    /**
     * An offer that the client may take.
     *
     * @param multipart the same for a long file, in parts
     */
    record Offer(
            Attachment attachment,
            PresignedUrl upload,
            @Nullable Multipart multipart) {}
}

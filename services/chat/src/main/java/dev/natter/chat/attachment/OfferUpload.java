package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.store.Ids;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a user upload one image of a type and a length that are settled now. */
@ApplicationScoped
class OfferUpload {

    private final Images images;
    private final UrlSigner urlSigner;
    private final RateLimits rateLimits;
    private final ImageLimits limits;
    private final List<Rate> rates;
    private final Ids ids;
    private final Clock clock;

    OfferUpload(Images images, UrlSigner urlSigner, RateLimits rateLimits, ImageLimits limits, Ids ids, Clock clock) {
        this.images = images;
        this.urlSigner = urlSigner;
        this.rateLimits = rateLimits;
        this.limits = limits;
        this.rates = List.of(new Rate(limits.uploadsPerHour(), Duration.ofHours(1)));
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An image to be.
     *
     * @param url where its bytes are to be put
     */
    record Offer(Image image, PresignedUrl url) {}

    /** Refuses with 400, 413 or 415 what is no image that is taken, and with 429 whoever uploads too much. */
    Uni<Offer> handle(String ownerId, @Nullable String contentType, @Nullable Long bytes) {
        return Uni.createFrom()
                .item(() -> image(ownerId, contentType, bytes))
                .call(() -> rateLimits.take(RateLimit.IMAGE, ownerId, rates))
                .call(image -> images.add(image, clock.instant()))
                .chain(image -> urlSigner.upload(image).map(url -> new Offer(image, url)));
    }

    private Image image(String ownerId, @Nullable String contentType, @Nullable Long bytes) {
        if (contentType == null) {
            throw Refusal.malformed("contentType", "is missing");
        }
        if (bytes == null || bytes < 1) {
            throw Refusal.malformed("bytes", "must be a number from 1 up");
        }
        var format = Format.of(contentType);
        if (format == null) {
            throw Refusal.unsupportedMediaType(
                    ErrorCode.IMAGE_TYPE_NOT_SUPPORTED, "Images are image/jpeg, image/png, image/webp or image/gif.");
        }
        if (bytes > limits.maxBytes()) {
            throw Refusal.tooLarge(
                    ErrorCode.IMAGE_TOO_LARGE, "An image has at most %d bytes.".formatted(limits.maxBytes()));
        }
        return Image.offered(ids.next(), ownerId, format, bytes);
    }
}

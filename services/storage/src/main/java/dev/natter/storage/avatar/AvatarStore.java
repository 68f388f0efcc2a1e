package dev.natter.storage.avatar;

import dev.natter.storage.PresignedUrl;
import dev.natter.storage.S3ObjectStore;
import dev.natter.storage.S3UrlSigner;
import dev.natter.storage.S3UrlSigner.ResponseHeaders;
import dev.natter.storage.inspection.Format;
import dev.natter.storage.inspection.Inspection;
import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The photos of users and groups. Each version is an object of its own below the prefix of its owner, and never changes. A
 * version that is not recorded by its owner, because the service was killed meanwhile, is deleted with a later change.
 */
@ApplicationScoped
public class AvatarStore {

    private static final Set<Format> FORMATS = EnumSet.of(Format.JPEG, Format.PNG, Format.WEBP);
    /** More than an inspection needs to tell that an image is too large. */
    private static final int MAX_READABLE_SIDE = 65_535;
    /** Longer than any request takes: an older version is recorded or was abandoned. */
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final S3ObjectStore store;
    private final S3UrlSigner signer;
    private final AvatarConfig config;
    private final Clock clock;
    private final Semaphore uploads;

    AvatarStore(S3ObjectStore store, S3UrlSigner signer, AvatarConfig config, Clock clock) {
        this.store = store;
        this.signer = signer;
        this.config = config;
        this.clock = clock;
        this.uploads = new Semaphore(config.uploads());
    }

    /**
     * Reads the body of a request, checks it, and stores it without metadata as a new version below this prefix. Fails with 413,
     * 415 and 422 for what is no such photo, and with 503 when too many are received or the bucket is unavailable.
     */
    public Uni<String> add(String prefix, @Nullable String contentType, HttpServerRequest request) {
        var format = format(contentType);
        if (!uploads.tryAcquire()) {
            throw ApiException.unavailable(
                    ErrorCode.BUSY, "Too many photos are being uploaded. Try again shortly.", RETRY_AFTER);
        }
        var caller = CallerContext.current();
        return RequestBody.read(request, config.maxBytes())
                // Longer than an event loop should be kept from the others.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(body -> inspect(format, body))
                .chain(inspected -> {
                    var version = "%s.%s".formatted(UUID.randomUUID(), format.extension());
                    return store.write(prefix + version, format.contentType(), inspected.content())
                            .replaceWith(version);
                })
                .onTermination()
                .invoke(uploads::release)
                .plug(caller::comeBack);
    }

    private static Format format(@Nullable String contentType) {
        var format = contentType == null ? null : Format.of(contentType.split(";", 2)[0]);
        if (format == null || !FORMATS.contains(format)) {
            throw ApiException.unsupportedMediaType(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the photo as image/jpeg, image/png or image/webp.");
        }
        return format;
    }

    private Inspection.Outcome inspect(Format format, byte[] body) {
        var inspected = Inspection.of(format, body, MAX_READABLE_SIDE);
        var size = inspected.dimensions();
        if (size.width() != size.height() || size.width() > config.maxSide()) {
            throw ApiException.unprocessable(
                    ErrorCode.AVATAR_NOT_SQUARE,
                    "The photo has %d × %d pixels. Crop it to a square of at most %d × %d pixels."
                            .formatted(size.width(), size.height(), config.maxSide(), config.maxSide()));
        }
        return inspected;
    }

    /**
     * Deletes the version that another one has replaced, and those that were abandoned. What cannot be deleted now stays until
     * the next change; never fails.
     */
    public Uni<Void> deleteReplaced(String prefix, @Nullable String replaced) {
        return (replaced == null ? Uni.createFrom().voidItem() : delete(prefix, replaced))
                .chain(() -> store.deleteBefore(prefix, clock.instant().minus(ABANDONED_AFTER)))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.debugf("left for the next change: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** The keys of a user's photos begin so. */
    public static String ofUser(String userId) {
        return "avatars/" + userId + "/";
    }

    /** The bytes of a version; null when there is none. */
    public Uni<byte @Nullable []> read(String prefix, String version) {
        return store.read(prefix + version, config.maxBytes());
    }

    /** Deletes a version. */
    public Uni<Void> delete(String prefix, String version) {
        return store.delete(prefix + version);
    }

    /** Deletes all versions below this prefix. */
    public Uni<Void> deleteAll(String prefix) {
        return store.deleteAll(prefix);
    }

    /** A URL of a version. */
    public Uni<PresignedUrl> url(String prefix, String version) {
        var extension = version.substring(version.lastIndexOf('.') + 1);
        var format = FORMATS.stream()
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(AvatarStore::unknown);
        return signer.read(
                prefix + version,
                ResponseHeaders.inline(format.contentType(), "photo." + extension),
                config.linkLifetime());
    }

    /** The 404 for a user or group without a photo, or whose photo the caller may not see. */
    public static ApiException unknown() {
        return ApiException.notFound(ErrorCode.AVATAR_NOT_FOUND, "There is no photo.");
    }
}

package dev.natter.chat.attachment;

import dev.natter.chat.attachment.Attachment.Stored;
import dev.natter.chat.attachment.Rejection.RejectedException;
import dev.natter.chat.http.Permits;
import dev.natter.chat.mongo.Ids;
import dev.natter.storage.S3ObjectStore;
import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Checks an upload once, on its first use, and stores what is kept of it under a key that its uploader cannot write to:
 * {@linkplain RewriteImage images} rewritten, all else {@linkplain CopyUpload copied}. Both outcomes are remembered with the
 * attachment. Of several replicas that check one upload, the first one decides.
 */
@ApplicationScoped
class CheckUpload {

    /** Checks of copies at a time; the bucket does the work. */
    private static final int MAX_COPIES = 8;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AttachmentRepository attachments;
    private final StorageQuota quota;
    private final RewriteImage rewriteImage;
    private final CopyUpload copyUpload;
    private final S3ObjectStore store;
    private final AttachmentLimits limits;
    private final Ids ids;
    private final Permits images;
    private final Permits copies;
    private final ConcurrentMap<String, Uni<Attachment>> running = new ConcurrentHashMap<>();

    CheckUpload(
            AttachmentRepository attachments,
            StorageQuota quota,
            RewriteImage rewriteImage,
            CopyUpload copyUpload,
            S3ObjectStore store,
            AttachmentLimits limits,
            Ids ids) {
        this.attachments = attachments;
        this.quota = quota;
        this.rewriteImage = rewriteImage;
        this.copyUpload = copyUpload;
        this.store = store;
        this.limits = limits;
        this.ids = ids;
        this.images = new Permits(limits.inspections(), limits.waitingInspections(), Long.MAX_VALUE);
        this.copies = new Permits(MAX_COPIES, limits.waitingInspections(), Long.MAX_VALUE);
    }

    /**
     * The attachment with what is stored of it. Fails with 422 when it is rejected (its upload is deleted), not uploaded, or
     * too much for its owner's storage, and with 503 when it cannot be checked in time.
     */
    Uni<Attachment> handle(Attachment attachment) {
        if (attachment.stored() != null) {
            return Uni.createFrom().item(attachment);
        }
        var rejection = attachment.rejection();
        if (rejection != null) {
            return Uni.createFrom().failure(rejection.refusal(attachment.kind()));
        }
        return CallerContext.current().comeBack(running.computeIfAbsent(attachment.id(), id -> start(attachment)));
    }

    /** Runs to its end even when the request was cancelled. */
    private Uni<Attachment> start(Attachment attachment) {
        return Uni.createFrom()
                .deferred(() -> checkWithPermit(attachment))
                .ifNoItem()
                .after(limits.timeout())
                .failWith(() -> slow(attachment.kind()))
                .onTermination()
                .invoke(() -> running.remove(attachment.id()))
                .memoize()
                .indefinitely();
    }

    private Uni<Attachment> checkWithPermit(Attachment attachment) {
        var permits = attachment.kind() == AttachmentKind.IMAGE ? images : copies;
        var permit = permits.request(0);
        if (permit == null) {
            throw ApiException.unavailable(
                    ErrorCode.IMAGES_UNAVAILABLE,
                    "Too many uploads are being checked. Try again shortly.",
                    RETRY_AFTER);
        }
        return permit.granted().chain(() -> check(attachment)).onTermination().invoke(permit::release);
    }

    private Uni<Attachment> check(Attachment attachment) {
        var key = ObjectKeys.stored(attachment.kind(), attachment.id(), ids.next());
        return quota.requireRoomForUpload(attachment)
                .chain(() -> attachment.kind() == AttachmentKind.IMAGE
                        ? rewriteImage.handle(attachment, key)
                        : copyUpload.handle(attachment, key))
                .chain(stored -> stored == null ? storedMeanwhile(attachment) : decide(attachment, stored))
                .onFailure(RejectedException.class)
                .recoverWithUni(failure -> reject(attachment, failure.rejection()));
    }

    private Uni<Attachment> decide(Attachment attachment, Stored stored) {
        // Should this fail, the object stays: the attachment may have it after all.
        return attachments
                .store(attachment.id(), stored)
                .chain(won -> won == null
                        ? theOther(attachment, stored)
                        : inAnyCase(store.delete(ObjectKeys.upload(attachment.id())))
                                .replaceWith(won));
    }

    /** Another replica was first; or the attachment is gone; or it was us, and the answer to the first try was lost. */
    private Uni<Attachment> theOther(Attachment attachment, Stored mine) {
        return storedMeanwhile(attachment)
                .call(other -> mine.equals(other.stored())
                        ? Uni.createFrom().voidItem()
                        : inAnyCase(store.delete(mine.key())));
    }

    /** Nothing is uploaded, or another replica has taken it. */
    private Uni<Attachment> storedMeanwhile(Attachment attachment) {
        return attachments.get(attachment.id()).map(found -> {
            if (found == null || found.stored() == null) {
                throw attachment.kind().notUploaded();
            }
            return found;
        });
    }

    /** Remembered first: whatever else fails, the upload is not checked again. */
    private Uni<Attachment> reject(Attachment attachment, Rejection rejection) {
        return attachments
                .reject(attachment.id(), rejection)
                .chain(() -> inAnyCase(store.delete(ObjectKeys.upload(attachment.id()))))
                .chain(() -> Uni.createFrom().failure(rejection.refusal(attachment.kind())));
    }

    /** What is not deleted now is swept later. */
    static Uni<Void> inAnyCase(Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> Log.debugf("left for the sweep: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static ApiException slow(AttachmentKind kind) {
        return ApiException.unavailable(
                ErrorCode.IMAGES_UNAVAILABLE,
                "The %s could not be checked in time. Try again shortly.".formatted(kind.noun()),
                RETRY_AFTER);
    }
}

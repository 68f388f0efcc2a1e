package dev.natter.chat.attachment;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the bytes that one user has stored. Counted are what is stored and not deleted, however many users see it, and what the user
 * may still upload. An offer is recorded before it is counted, with those before it: of concurrent offers the first ones win.
 * Two that are recorded at the same instant may miss each other.
 */
@ApplicationScoped
class StorageQuota {

    private static final long KIBI = 1024;
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private final AttachmentRepository attachments;
    private final AttachmentLimits limits;
    private final Clock clock;

    StorageQuota(AttachmentRepository attachments, AttachmentLimits limits, Clock clock) {
        this.attachments = attachments;
        this.limits = limits;
        this.clock = clock;
    }

    /** Fails with 422, and withdraws the offer, when it exceeds the quota. */
    Uni<Void> requireRoomForOffer(Attachment offered) {
        return requireRoomFor(0, offered.ownerId(), offered.id())
                .onFailure(ApiException.class)
                .call(() -> attachments.withdraw(offered.id()));
    }

    /** The same before the first use of an upload whose offer has expired since and is not counted any more. */
    Uni<Void> requireRoomForUpload(Attachment uploaded) {
        var offeredAt = uploaded.unusedSince();
        return offeredAt == null || offeredAt.isAfter(stillOpen())
                ? Uni.createFrom().voidItem()
                : requireRoomFor(uploaded.bytes(), uploaded.ownerId(), null);
    }

    private Uni<Void> requireRoomFor(long more, String ownerId, @Nullable String lastOffer) {
        var quota = limits.storagePerUser().asLongValue();
        return quota == 0
                ? Uni.createFrom().voidItem()
                : attachments
                        .bytesOf(ownerId, stillOpen(), lastOffer)
                        .invoke(bytes -> {
                            if (bytes + more > quota) {
                                throw ApiException.unprocessable(
                                        ErrorCode.STORAGE_FULL,
                                        "Your files may take %s. Delete messages with files to make room."
                                                .formatted(words(quota)));
                            }
                        })
                        .replaceWithVoid();
    }

    /** Offers since then can still be taken. */
    private Instant stillOpen() {
        return clock.instant().minus(longest(limits.uploadLifetime(), limits.fileUploadLifetime()));
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String words(long bytes) {
        var size = bytes;
        var unit = 0;
        while (size % KIBI == 0 && unit < UNITS.length - 1) {
            size /= KIBI;
            unit++;
        }
        return size + " " + UNITS[unit];
    }
}

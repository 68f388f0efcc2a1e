package dev.natter.chat.attachment;

import dev.natter.chat.attachment.Attachment.Stored;
import dev.natter.chat.attachment.file.FileType;
import dev.natter.chat.attachment.voice.VoiceFormat;
import dev.natter.storage.S3ObjectStore;
import dev.natter.storage.S3ObjectStore.Range;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies the upload of a file or voice message inside the bucket, and checks the copy, which its uploader cannot replace:
 * its length, and of a voice message the beginning. No more than that passes through the service.
 */
@ApplicationScoped
class CopyUpload {

    /** More than recorders write before the first sound. */
    private static final int HEAD = 64 * 1024;

    private final S3ObjectStore store;
    private final AttachmentLimits limits;

    CopyUpload(S3ObjectStore store, AttachmentLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** What is stored under this key; null when nothing is uploaded. Fails with a {@link Rejection.RejectedException}. */
    Uni<@Nullable Stored> handle(Attachment attachment, String key) {
        var type = attachment.kind() == AttachmentKind.FILE
                ? FileType.served(attachment.contentType())
                : attachment.contentType();
        return store.copy(ObjectKeys.upload(attachment.id()), key, type, limits.timeout())
                .chain(isThere -> isThere
                        ? check(attachment, key)
                                .onFailure()
                                .call(() -> CheckUpload.inAnyCase(store.delete(key)))
                                .replaceWith(new Stored(key, null, null, attachment.bytes()))
                        : Uni.createFrom().nullItem());
    }

    private Uni<Void> check(Attachment attachment, String key) {
        var isVoice = attachment.kind() == AttachmentKind.VOICE;
        return store.range(key, 0, isVoice ? HEAD : 1).chain(head -> {
            if (head == null || head.total() != attachment.bytes()) {
                throw Rejection.SIZE.exception();
            }
            return isVoice
                    ? checkVoice(attachment, key, head)
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> checkVoice(Attachment attachment, String key, Range head) {
        var format = Objects.requireNonNull(VoiceFormat.of(attachment.contentType()));
        var index = format.indexAfter(head.bytes());
        var tracks = index == 0 || index >= head.total()
                ? Uni.createFrom().item(head.bytes())
                // Recorders that do not write as they record have the description of the tracks at the end.
                : store.range(key, index, HEAD).map(Range::bytes);
        return tracks.invoke(bytes -> {
                    if (!format.matches(head.bytes(), bytes)) {
                        throw Rejection.TYPE.exception();
                    }
                })
                .replaceWithVoid();
    }
}

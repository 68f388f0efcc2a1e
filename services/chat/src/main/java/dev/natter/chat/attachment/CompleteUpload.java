package dev.natter.chat.attachment;

import dev.natter.storage.S3ObjectStore;
import dev.natter.storage.S3ObjectStore.UploadedPart;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes one object of the parts of a file. */
@ApplicationScoped
class CompleteUpload {

    private final AttachmentRepository attachments;
    private final S3ObjectStore store;

    CompleteUpload(AttachmentRepository attachments, S3ObjectStore store) {
        this.attachments = attachments;
        this.store = store;
    }

    /**
     * Completes when the upload is whole; again, too. Fails with 404 for a file that is not the user's own, and with 422 while
     * parts are missing.
     */
    Uni<Void> handle(String fileId, String userId) {
        return attachments.get(fileId).chain(file -> {
            if (file == null
                    || file.kind() != AttachmentKind.FILE
                    || !file.ownerId().equals(userId)) {
                throw AttachmentKind.FILE.unknown();
            }
            return file.isChecked() ? Uni.createFrom().voidItem() : complete(file);
        });
    }

    private Uni<Void> complete(Attachment file) {
        var key = ObjectKeys.upload(file.id());
        var multipartId = file.multipartId();
        return store.range(key, 0, 1).chain(uploaded -> {
            if (uploaded != null) {
                return Uni.createFrom().voidItem();
            }
            if (multipartId == null) {
                throw incomplete();
            }
            return store.uploadedParts(key, multipartId).chain(parts -> {
                if (length(parts) != file.bytes()) {
                    throw incomplete();
                }
                return store.completeUpload(key, multipartId, parts);
            });
        });
    }

    private static long length(List<UploadedPart> parts) {
        return parts.stream().mapToLong(UploadedPart::bytes).sum();
    }

    private static ApiException incomplete() {
        return ApiException.unprocessable(
                ErrorCode.FILE_INCOMPLETE, "Parts of the file are not uploaded. Upload them, and repeat the call.");
    }
}

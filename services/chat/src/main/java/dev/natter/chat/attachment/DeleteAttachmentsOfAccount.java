package dev.natter.chat.attachment;

import dev.natter.chat.profile.AccountDeletionListener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hides the attachments of a deleted account at once; the next sweep deletes them. */
@ApplicationScoped
class DeleteAttachmentsOfAccount implements AccountDeletionListener {

    private final AttachmentRepository attachments;

    DeleteAttachmentsOfAccount(AttachmentRepository attachments) {
        this.attachments = attachments;
    }

    @Override
    public Uni<Void> deleted(String userId) {
        return attachments.hideAllOf(userId);
    }
}

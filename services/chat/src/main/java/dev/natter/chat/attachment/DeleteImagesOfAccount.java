package dev.natter.chat.attachment;

import dev.natter.chat.profile.AccountDeletionListener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hides the images of a deleted account at once; the next sweep deletes them. */
@ApplicationScoped
class DeleteImagesOfAccount implements AccountDeletionListener {

    private final ImageRepository images;

    DeleteImagesOfAccount(ImageRepository images) {
        this.images = images;
    }

    @Override
    public Uni<Void> deleted(String userId) {
        return images.hideAllOf(userId);
    }
}

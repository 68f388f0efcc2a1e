package dev.natter.chat.attachment.inspection;

/** An upload is rejected. Has no stack trace, because it is an expected outcome. */
public final class ImageRejectedException extends RuntimeException {

    private final ImageRejection rejection;

    /** For this reason. */
    public ImageRejectedException(ImageRejection rejection) {
        super(rejection.name(), null, false, false);
        this.rejection = rejection;
    }

    /** Why. */
    public ImageRejection rejection() {
        return rejection;
    }
}

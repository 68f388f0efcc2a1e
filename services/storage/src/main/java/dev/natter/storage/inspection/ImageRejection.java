package dev.natter.storage.inspection;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why an uploaded file is rejected; each is a 422 with a code of its own. */
@RegisterForReflection
public enum ImageRejection {
    SIZE(ErrorCode.IMAGE_SIZE_MISMATCH, "The upload does not have the declared length. Upload the image again."),
    TYPE(ErrorCode.IMAGE_TYPE_MISMATCH, "The upload is not an image of the declared type. Choose another file."),
    MALFORMED(ErrorCode.IMAGE_MALFORMED, "The file is not a well-formed image. Choose another one."),
    DIMENSIONS(ErrorCode.IMAGE_DIMENSIONS, "The image has no extent, or too many pixels a side. Choose a smaller one.");

    private final ErrorCode code;
    private final String detail;

    ImageRejection(ErrorCode code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    public ApiException refusal() {
        return ApiException.unprocessable(code, detail);
    }

    ImageRejectedException exception() {
        return new ImageRejectedException(this);
    }

    /** An upload is rejected. Has no stack trace, because it is an expected outcome. */
    public static final class ImageRejectedException extends RuntimeException {

        private final ImageRejection rejection;

        public ImageRejectedException(ImageRejection rejection) {
            super(rejection.name(), null, false, false);
            this.rejection = rejection;
        }

        public ImageRejection rejection() {
            return rejection;
        }
    }
}

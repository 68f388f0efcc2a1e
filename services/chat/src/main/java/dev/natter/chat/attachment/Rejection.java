package dev.natter.chat.attachment;

import dev.natter.storage.inspection.ImageRejection;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why an upload is rejected for good; a 422 with a code of its own. Public because its codec demands it. */
@RegisterForReflection
public enum Rejection {
    SIZE,
    TYPE,
    /** Of images only. */
    MALFORMED,
    /** Of images only. */
    DIMENSIONS;

    static Rejection of(ImageRejection rejection) {
        return valueOf(rejection.name());
    }

    ApiException refusal(AttachmentKind kind) {
        return switch (kind) {
            case IMAGE -> ImageRejection.valueOf(name()).refusal();
            case FILE -> unprocessable(ErrorCode.FILE_SIZE_MISMATCH, "Upload the file again.");
            case VOICE ->
                this == SIZE
                        ? unprocessable(ErrorCode.VOICE_SIZE_MISMATCH, "Upload the voice message again.")
                        : ApiException.unprocessable(
                                ErrorCode.VOICE_TYPE_MISMATCH, "The upload is not a recording of the declared type.");
        };
    }

    private static ApiException unprocessable(ErrorCode code, String advice) {
        return ApiException.unprocessable(code, "The upload does not have the declared length. " + advice);
    }

    RejectedException exception() {
        return new RejectedException(this);
    }

    /** An upload is rejected. Has no stack trace, because it is an expected outcome. */
    static final class RejectedException extends RuntimeException {

        private final Rejection rejection;

        RejectedException(Rejection rejection) {
            super(rejection.name(), null, false, false);
            this.rejection = rejection;
        }

        Rejection rejection() {
            return rejection;
        }
    }
}

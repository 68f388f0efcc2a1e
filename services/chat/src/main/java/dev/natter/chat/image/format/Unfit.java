package dev.natter.chat.image.format;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;

/** Why an uploaded file is not taken; each is a 422 with a code of its own. */
public enum Unfit {
    SIZE(ErrorCode.IMAGE_SIZE_MISMATCH, "The upload is not as long as was declared."),
    TYPE(ErrorCode.IMAGE_TYPE_MISMATCH, "The upload is not an image of the declared type."),
    MALFORMED(ErrorCode.IMAGE_MALFORMED, "The upload is not a well-formed image, or something else is attached to it."),
    DIMENSIONS(ErrorCode.IMAGE_DIMENSIONS, "The image has no extent, or more pixels a side than are taken."),
    LOCATION(ErrorCode.IMAGE_LOCATION, "The image tells where it was taken. Remove that and upload it again.");

    private final ErrorCode code;
    private final String detail;

    Unfit(ErrorCode code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** The answer to whoever sends such an image. */
    public Refusal refusal() {
        return Refusal.unprocessable(code, detail);
    }
}

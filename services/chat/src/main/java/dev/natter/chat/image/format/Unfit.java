package dev.natter.chat.image.format;

import dev.natter.web.Refusal;

/** Why an uploaded file is not taken; each is a 422 with a code of its own. */
public enum Unfit {
    SIZE("image_size_mismatch", "The upload is not as long as was declared."),
    TYPE("image_type_mismatch", "The upload is not an image of the declared type."),
    MALFORMED("image_malformed", "The upload is not a well-formed image, or something else is attached to it."),
    DIMENSIONS("image_dimensions", "The image has no extent, or more pixels a side than are taken."),
    LOCATION("image_location", "The image tells where it was taken. Remove that and upload it again.");

    private final String code;
    private final String detail;

    Unfit(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** The answer to whoever sends such an image. */
    public Refusal refusal() {
        return Refusal.unprocessable(code, detail);
    }
}

package dev.natter.chat.attachment;

import dev.natter.redis.limit.RateLimit;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The kinds of attachments. They differ in what is checked and stored; all else is the same for all. */
@RegisterForReflection
public enum AttachmentKind {
    IMAGE("images/", RateLimit.IMAGE, ErrorCode.IMAGE_NOT_FOUND, ErrorCode.IMAGE_TOO_LARGE, "image"),
    FILE("files/", RateLimit.FILE, ErrorCode.FILE_NOT_FOUND, ErrorCode.FILE_TOO_LARGE, "file"),
    VOICE("voice/", RateLimit.VOICE, ErrorCode.VOICE_NOT_FOUND, ErrorCode.VOICE_TOO_LARGE, "voice message");

    private final String prefix;
    private final RateLimit uploads;
    private final ErrorCode notFound;
    private final ErrorCode tooLarge;
    private final String noun;

    AttachmentKind(String prefix, RateLimit uploads, ErrorCode notFound, ErrorCode tooLarge, String noun) {
        this.prefix = prefix;
        this.uploads = uploads;
        this.notFound = notFound;
        this.tooLarge = tooLarge;
        this.noun = noun;
    }

    /** Under which the bucket has what is stored of this kind. */
    String prefix() {
        return prefix;
    }

    RateLimit uploads() {
        return uploads;
    }

    String noun() {
        return noun;
    }

    /** 404 for one that does not exist for the caller. */
    ApiException unknown() {
        return ApiException.notFound(notFound, "The %s does not exist.".formatted(noun));
    }

    /** 422 for one that cannot be sent because there is none for the sender. */
    ApiException notUploaded() {
        return ApiException.unprocessable(
                notFound, "The %s does not exist, or has not been uploaded yet.".formatted(noun));
    }

    /** 413. */
    ApiException tooLarge(String detail) {
        return ApiException.tooLarge(tooLarge, detail);
    }
}

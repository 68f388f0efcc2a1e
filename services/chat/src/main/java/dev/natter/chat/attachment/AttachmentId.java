package dev.natter.chat.attachment;

import dev.natter.web.ApiException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attachment that a message is to have. */
public record AttachmentId(AttachmentKind kind, String id) {

    /** The one of these that is given; null when none is. Refuses several with 400. */
    public static @Nullable AttachmentId of(
            @Nullable String imageId, @Nullable String fileId, @Nullable String voiceId) {
        if (Stream.of(imageId != null, fileId != null, voiceId != null)
                        .filter(isGiven -> isGiven)
                        .count()
                > 1) {
            throw ApiException.malformed(
                    imageId != null && fileId != null ? "fileId" : "voiceId", "A message has at most one attachment.");
        }
        if (imageId != null) {
            return new AttachmentId(AttachmentKind.IMAGE, imageId);
        }
        if (fileId != null) {
            return new AttachmentId(AttachmentKind.FILE, fileId);
        }
        return voiceId == null ? null : new AttachmentId(AttachmentKind.VOICE, voiceId);
    }
}

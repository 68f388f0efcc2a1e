package dev.natter.chat.attachment.voice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The containers of voice messages, recognised by content. */
public enum VoiceFormat {
    WEBM("audio/webm", "webm"),
    OGG("audio/ogg", "ogg"),
    MP4("audio/mp4", "m4a");

    private final String contentType;
    private final String extension;

    VoiceFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** The format of this media type, whatever its parameters; null when it is not one that is taken. */
    public static @Nullable VoiceFormat of(String contentType) {
        var wanted = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (format.contentType.equals(wanted)) {
                return format;
            }
        }
        return null;
    }

    public String contentType() {
        return contentType;
    }

    /** How names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** Where the description of the tracks begins when it is not in these first bytes; 0 when it is, or there is none. */
    public long indexAfter(byte[] head) {
        return this == MP4 ? Mp4.indexAfter(head) : 0;
    }

    /**
     * Whether a recording is of this format, with audio of its codec and nothing else.
     *
     * @param tracks from the description of the tracks on, or from the beginning
     */
    public boolean matches(byte[] head, byte[] tracks) {
        return switch (this) {
            case WEBM -> WebM.isOpus(head);
            case OGG -> Ogg.isOpus(head);
            case MP4 -> Mp4.begins(head) && Mp4.isAac(tracks);
        };
    }
}

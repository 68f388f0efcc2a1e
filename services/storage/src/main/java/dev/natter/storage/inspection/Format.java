package dev.natter.storage.inspection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

public enum Format {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif");

    private final String contentType;
    private final String extension;

    Format(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** The format of this media type; null when it is not one that is taken. */
    public static @Nullable Format of(String contentType) {
        var wanted = contentType.strip().toLowerCase(Locale.ROOT);
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

    FormatParser parser(Source source, int maxSide) {
        return switch (this) {
            case JPEG -> new JpegParser(source, maxSide);
            case PNG -> new PngParser(source, maxSide);
            case WEBP -> new WebpParser(source, maxSide);
            case GIF -> new GifParser(source, maxSide);
        };
    }
}

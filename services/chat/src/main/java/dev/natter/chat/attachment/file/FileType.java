package dev.natter.chat.attachment.file;

import dev.natter.web.ApiException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The media type of a file: what its sender declares, and what it is served as. */
public final class FileType {

    private static final String BYTES = "application/octet-stream";
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    /** Types that no browser runs, and that it hands to a program of their own. */
    private static final Set<String> HARMLESS = Set.of(
            "application/pdf",
            "application/zip",
            "application/gzip",
            "application/x-7z-compressed",
            "application/x-tar",
            "application/rtf",
            "application/epub+zip",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/heic",
            "image/heif",
            "image/tiff",
            "image/bmp",
            "text/plain",
            "text/csv");

    private static final Pattern HARMLESS_FAMILIES = Pattern.compile(
            "(audio|video)/[a-z0-9.+-]+|application/vnd\\.(openxmlformats-officedocument|oasis\\.opendocument)\\.[a-z0-9.-]+");

    private FileType() {}

    /** The type without parameters, in lower case; of bytes when the sender does not know it. Refuses the rest with 400. */
    public static String declared(String typed) {
        var type = typed.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            return BYTES;
        }
        if (!TYPE.matcher(type).matches()) {
            throw ApiException.malformed("contentType", "must be a media type such as application/pdf");
        }
        return type;
    }

    /** The type if it is known to be harmless, else that of mere bytes: no browser runs or shows them. */
    public static String served(String declared) {
        return HARMLESS.contains(declared)
                        || HARMLESS_FAMILIES.matcher(declared).matches()
                ? declared
                : BYTES;
    }
}

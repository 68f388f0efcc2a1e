package dev.natter.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The format of paging cursors: the sort key of the last item shown, opaque to clients. */
public final class Cursors {

    private static final String SEPARATOR = "\n";

    private Cursors() {}

    /** Encodes these parts, which must not contain line breaks. */
    public static String encode(String... parts) {
        var text = String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a cursor that {@link #encode} made.
     *
     * @throws ApiException 400 for {@code field} if it is not a cursor of that many parts
     */
    public static List<String> decode(String field, String cursor, int parts) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var found = List.of(text.split(SEPARATOR, -1));
            if (found.size() == parts) {
                return found;
            }
        } catch (IllegalArgumentException malformed) {
            // The same response as for a cursor of another list.
        }
        throw malformed(field);
    }

    /**
     * The instant in a part of a cursor, in milliseconds.
     *
     * @throws ApiException 400 for {@code field} if it is not a number
     */
    public static Instant instant(String field, String part) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(part));
        } catch (NumberFormatException | DateTimeException malformed) {
            throw malformed(field);
        }
    }

    private static ApiException malformed(String field) {
        return ApiException.malformed(field, "is not a cursor of this list");
    }
}

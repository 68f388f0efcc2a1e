package dev.natter.local.stack.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a request goes, by its target alone. */
enum Destination {
    USER,
    CHAT,
    WEB,
    /** Not forwarded: it does not exist, or is not public. */
    NOWHERE;

    /**
     * What the servers behind us might read otherwise than we do: escaped dots, slashes, backslashes, percent signs and
     * control characters; empty and dot segments; path parameters. No address of ours needs any of it, so none of it
     * has to be understood.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)//|/\\.|[\\\\;\\s]|%2[ef5]|%5c|%3b|%[01]|%7f");

    /** Found, not matched as a whole: a repeated alternative takes stack for every character of a path. */
    private static final Pattern MALFORMED = Pattern.compile("[^\\x21-\\x7e]|[\"<>^`{|}]|%(?![0-9A-Fa-f]{2})");

    private static final Pattern PRIVATE = Pattern.compile("/(?:q|internal)(?:/.*)?");

    /** @param target as it stands in the request line, query included */
    static Destination of(String target) {
        var path = target.split("[?#]", 2)[0];
        // The one name of ours that begins with a dot.
        var undotted = isWithin(path, "/.well-known") ? path.substring(1).replaceFirst("\\.", "/") : path;
        if (!isPlain(undotted) || isPrivate(undotted)) {
            return NOWHERE;
        }
        // Chat has what it exports.
        if (path.equals("/api/v1/users/me/export")) {
            return CHAT;
        }
        if (isWithin(path, "/.well-known") || isWithin(path, "/api/v1/auth") || isWithin(path, "/api/v1/users")) {
            return USER;
        }
        if (isWithin(path, "/api/v1")) {
            return CHAT;
        }
        return isWithin(path, "/api") ? NOWHERE : WEB;
    }

    private static boolean isPlain(String path) {
        return path.startsWith("/")
                && !MALFORMED.matcher(path).find()
                && !AMBIGUOUS.matcher(path).find();
    }

    private static boolean isPrivate(String path) {
        var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        return PRIVATE.matcher(decoded.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isWithin(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}

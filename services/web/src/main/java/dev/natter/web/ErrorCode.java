package dev.natter.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every {@code code} that a problem or an {@code error} frame can have: the one list, from which the API documents take it.
 * A word never changes its meaning; new ones may come, and a client that does not know one goes by the status.
 */
public enum ErrorCode {
    BAD_REQUEST("The request or frame is malformed; `errors` says which part of it."),
    UNAUTHORIZED("Not signed in, or the access token is not good (any more)."),
    FORBIDDEN("Known, but not yours to do."),
    NOT_FOUND("There is no such path."),
    METHOD_NOT_ALLOWED("The path has no such method."),
    NOT_ACCEPTABLE("None of the media types that are accepted can be had."),
    CONFLICT("It contradicts what is there already."),
    TOO_LARGE("The body is larger than is taken."),
    URI_TOO_LONG("The address is longer than is taken."),
    UNSUPPORTED_MEDIA_TYPE("The body is of a media type that is not taken."),
    UNPROCESSABLE("Understood, but refused."),
    TOO_MANY_REQUESTS("Too often."),
    HEADERS_TOO_LARGE("The headers are larger than is taken."),
    UNAVAILABLE("Something that is needed is away. Try again after `Retry-After`."),
    INTERNAL("Something went wrong here. Trying again is safe."),

    FOREIGN_ORIGIN("Asked for by another site's page."),
    RATE_LIMITED("More often than is allowed. Try again after `Retry-After`."),
    OTP_INVALID("The code is wrong, expired, used or unknown: one and the same answer."),
    OTP_LOCKED("Too many wrong tries; ask for a new code after `Retry-After`."),
    MAIL_UNAVAILABLE("The mail with the code could not be sent off; nothing is stored."),
    SESSION_EXPIRED("There is no refresh token, or none that is still good: sign in again."),
    SESSION_REVOKED("The refresh token had been used before, so its session was ended: sign in again."),
    SESSION_NOT_FOUND("There is no such session of yours."),
    SESSION_ENDED("The token's session is over."),
    OTHER_SESSION("The token belongs to another session than the connection."),
    USER_NOT_FOUND("There is no such person."),
    CONVERSATION_NOT_FOUND("There is no such conversation of yours."),
    ONLY_YOURSELF("A conversation needs somebody else."),
    TOO_MANY_MEMBERS("A group has at most 1,000 members."),
    CONVERSATION_BUSY("Too many messages at once in this conversation."),
    IMAGE_NOT_FOUND("There is no such image of yours, or it was never uploaded."),
    IMAGE_TOO_LARGE("More bytes than an image may have."),
    IMAGE_TYPE_NOT_SUPPORTED("Not one of jpeg, png, webp and gif."),
    IMAGE_SIZE_MISMATCH("The upload was not as long as was declared, and is deleted."),
    IMAGE_TYPE_MISMATCH("The upload was not an image of the declared type, and is deleted."),
    IMAGE_MALFORMED("The upload was not a well-formed image, and is deleted."),
    IMAGE_DIMENSIONS("The image had no extent or more pixels a side than are taken, and is deleted."),
    IMAGES_UNAVAILABLE("The store of images is away; everything else goes on."),
    UNKNOWN_TYPE("Frames of this type are not known here."),
    RESTARTING("This server restarts. Connect anew."),
    BUSY("Too much at once."),
    STORE_UNAVAILABLE("The database is away."),
    STORE_SLOW("The database did not answer in time. Trying again with the same `clientMessageId` is safe."),
    KEYS_UNAVAILABLE("The keys that tokens are verified with are away."),
    USER_SERVICE_UNAVAILABLE("The user service is away.");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String meaning;

    ErrorCode(String meaning) {
        this.meaning = meaning;
    }

    /** As it goes over the wire: snake_case. */
    public String word() {
        return word;
    }

    /** All of them with their meanings, in Markdown: what the API documents show. */
    public static String list() {
        return Arrays.stream(values())
                .map(code -> "- `%s`: %s".formatted(code.word, code.meaning))
                .collect(Collectors.joining("\n"));
    }
}

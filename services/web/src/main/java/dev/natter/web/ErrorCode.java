package dev.natter.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every {@code code} of a problem or an {@code error} frame. The API documents take their list from here. A code never changes
 * its meaning; new ones may be added, and a client that does not know one uses the status.
 */
public enum ErrorCode {
    BAD_REQUEST("The request or frame is malformed. `errors` lists the invalid fields; correct them."),
    UNAUTHORIZED("Not signed in, or the access token is invalid or expired. Refresh it or sign in."),
    FORBIDDEN("The caller may not do this."),
    NOT_FOUND("The path does not exist."),
    METHOD_NOT_ALLOWED("The path does not support this method."),
    NOT_ACCEPTABLE("None of the media types in `Accept` is available."),
    CONFLICT("The request conflicts with the current state."),
    TOO_LARGE("The body exceeds the size limit."),
    URI_TOO_LONG("The URI exceeds the length limit."),
    UNSUPPORTED_MEDIA_TYPE("The media type of the body is not supported."),
    UNPROCESSABLE("The request is well-formed, but cannot be executed."),
    TOO_MANY_REQUESTS("Too many requests. Try again shortly; `Retry-After` says when."),
    HEADERS_TOO_LARGE("The headers exceed the size limit."),
    UNAVAILABLE("A backing service is unavailable. Try again shortly; `Retry-After` says when."),
    INTERNAL("An unexpected error occurred. Retrying is safe."),

    FOREIGN_ORIGIN("The request comes from a page of another origin."),
    RATE_LIMITED("A rate limit is exceeded. Try again after `Retry-After`."),
    OTP_INVALID("The code is wrong, expired, used or unknown. Check it, or request a new one."),
    OTP_LOCKED("Too many wrong tries. Request a new code after `Retry-After`."),
    MAIL_UNAVAILABLE("The mail could not be queued and nothing is stored. Request a code again."),
    SESSION_EXPIRED("The refresh token is missing or expired. Sign in again."),
    SESSION_REVOKED("The refresh token was used before, so its session has been ended. Sign in again."),
    SESSION_NOT_FOUND("The caller has no such session."),
    SESSION_ENDED("The session of the access token has ended. Sign in again."),
    OTHER_SESSION("The access token belongs to another session than the connection."),
    USER_NOT_FOUND("The user does not exist."),
    EMAIL_TAKEN("The e-mail address belongs to another account."),
    BLOCKS_YOURSELF("A user cannot block himself."),
    TOO_MANY_BLOCKS("A user can block at most 500 others. Unblock one first."),
    CONVERSATION_NOT_FOUND("The conversation does not exist, or the caller is not a member."),
    ONLY_YOURSELF("A conversation needs at least one other member."),
    TOO_MANY_MEMBERS("The group has, or would have, too many members."),
    TOO_MANY_PINNED("At most 20 conversations can be pinned. Unpin one first."),
    NOT_A_GROUP("The conversation is direct: its members and title cannot be changed."),
    NOT_AN_ADMIN("Only admins and the owner of the group may do this."),
    NOT_THE_OWNER("Only the owner of the group may do this."),
    OWNER_STAYS("The owner cannot be removed, nor give up the role but by making another member the owner."),
    MEMBER_NOT_FOUND("The user is not a member of the group."),
    MEMBER_UNAVAILABLE("One of the users cannot be added to the group."),
    MESSAGE_DELETED("The message is deleted."),
    TOO_LATE("The message was sent more than 24 hours ago."),
    EMOJI_NOT_SUPPORTED("The reaction is not one fully-qualified emoji of Unicode's list."),
    TOO_MANY_REACTIONS("The message has 20 different reactions. Use one of them."),
    CONVERSATION_BUSY("Too many concurrent messages in this conversation. Try again after `Retry-After`."),
    IMAGE_NOT_FOUND("The image does not exist for the caller, or has not been uploaded."),
    IMAGE_TOO_LARGE("The image exceeds the size limit."),
    IMAGE_TYPE_NOT_SUPPORTED("The type is none of jpeg, png, webp and gif."),
    IMAGE_SIZE_MISMATCH("The length of the upload differs from the declared one. The upload is deleted."),
    IMAGE_TYPE_MISMATCH("The type of the upload differs from the declared one. The upload is deleted."),
    IMAGE_MALFORMED("The upload is not a well-formed image, and is deleted."),
    IMAGE_DIMENSIONS("The image has no extent or too many pixels a side, and is deleted."),
    FILE_NOT_FOUND("The file does not exist for the caller, or has not been uploaded."),
    FILE_TOO_LARGE("The file exceeds the size limit."),
    FILE_SIZE_MISMATCH("The length of the upload differs from the declared one. The upload is deleted."),
    FILE_INCOMPLETE("Parts of the file are not uploaded. Upload them, and complete the upload again."),
    VOICE_NOT_FOUND("The voice message does not exist for the caller, or has not been uploaded."),
    VOICE_TOO_LARGE("The voice message exceeds the limit of its size or duration."),
    VOICE_TYPE_NOT_SUPPORTED("The type is none of `audio/webm`, `audio/ogg` and `audio/mp4`."),
    VOICE_SIZE_MISMATCH("The length of the upload differs from the declared one. The upload is deleted."),
    VOICE_TYPE_MISMATCH(
            "The upload is not a recording of the declared type: WebM or Ogg with Opus, or MP4 with AAC. It is deleted."),
    STORAGE_FULL("The caller's storage is full. Delete messages with files, images or voice messages to make room."),
    IMAGES_UNAVAILABLE(
            "The store of images, files and voice messages is unavailable. Send text only, or try again after `Retry-After`."),
    AVATAR_NOT_FOUND("The user or group has no photo, or the caller may not see it."),
    AVATAR_NOT_SQUARE(
            "The photo is not a square, or has more than 512 pixels a side. Crop and scale it before the upload."),
    INVITE_NOT_FOUND("The caller has no such invite."),
    INVITE_GONE("The invite was used up, has expired or was revoked, or never existed. Ask for a new one."),
    OWN_INVITE("The invite is the caller's own. Send it to someone else."),
    TOO_MANY_INVITES("Too many of the caller's invites are open. Revoke one first."),
    MESSAGE_NOT_FOUND("The message does not exist, or the caller may not read it."),
    PUSH_OFF("Push notifications are not set up on this server."),
    PUSH_ENDPOINT("The endpoint of the subscription is not an https URL on a public address."),
    UNKNOWN_TYPE("The frame type is unknown."),
    RESTARTING("This replica is shutting down. Reconnect."),
    BUSY("Too many requests in progress. Try again after `Retry-After`."),
    STORE_UNAVAILABLE("The database is unavailable. Try again after `Retry-After`."),
    STORE_SLOW("The database did not respond in time. Retrying with the same `clientMessageId` is safe."),
    KEYS_UNAVAILABLE("The keys that verify tokens are unavailable. Try again after `Retry-After`."),
    USER_SERVICE_UNAVAILABLE("The user service is unavailable. Try again after `Retry-After`.");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String meaning;

    ErrorCode(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, as a plain sentence for people. */
    String sentence() {
        return meaning.replace("`", "");
    }

    /** The value on the wire, in snake_case. */
    public String wireName() {
        return word;
    }

    /** All codes with their meanings, in Markdown, for the API documents. */
    public static String list() {
        return Arrays.stream(values())
                .map(code -> "- `%s`: %s".formatted(code.word, code.meaning))
                .collect(Collectors.joining("\n"));
    }
}

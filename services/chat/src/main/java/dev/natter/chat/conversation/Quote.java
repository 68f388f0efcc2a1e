package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The message that a reply quotes, in its present state when the reply is read. */
@RegisterForReflection
@Schema(
        name = "Quote",
        description =
                "The message that a reply quotes, in its state when the reply is read. When an `entry` frame changes that message, the client updates its quotes of it.")
public record Quote(
        @Schema(required = true) String id,
        @Schema(required = true, minimum = "1") long seq,
        @Schema(required = true) String senderId,

        @Schema(
                required = true,
                nullable = true,
                maxLength = Quote.MAX_TEXT + 1,
                description =
                        "The first 200 characters of its text, with `…` behind them when there are more; null without text, and when it is deleted.")
        @Nullable String text,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "The kind of its attachment: `image`, `file` or `voice`; null without one, and when it is deleted.")
        @Nullable String attachment,

        @Schema(required = true, implementation = String.class, format = "date-time", nullable = true) @Nullable Instant deletedAt,

        @JsonIgnore @Schema(hidden = true) @Nullable String hiddenFrom) {

    static final int MAX_TEXT = 200;

    /** The quote of this message. */
    public static Quote of(MessageView quoted) {
        return new Quote(
                quoted.id(),
                quoted.seq(),
                quoted.senderId(),
                quoted.text() == null ? null : excerpt(quoted.text()),
                quoted.attachment() == null ? null : quoted.attachment().kind(),
                quoted.deletedAt(),
                quoted.hiddenFrom());
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT)) + "…";
    }

    boolean isVisibleTo(String userId, long from) {
        return seq >= from && !userId.equals(hiddenFrom);
    }

    /** The same for one who may not see the message: as of a deleted one. */
    Quote withdrawn(Instant at) {
        return new Quote(id, seq, senderId, null, null, at, null);
    }

    /** Which message it quotes, without its content: that is the quoted message's, and may change or go. */
    public Quote reference() {
        return new Quote(id, seq, senderId, null, null, null, null);
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "Quote[id=%s]".formatted(id);
    }
}

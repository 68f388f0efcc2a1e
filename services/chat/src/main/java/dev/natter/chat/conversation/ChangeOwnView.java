package dev.natter.chat.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natter.chat.conversation.ConversationView.ConversationFrame;
import dev.natter.chat.delivery.Delivery;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes what a member alone sees of a conversation, and shows it to the member's other devices. Safe to repeat. */
@ApplicationScoped
class ChangeOwnView {

    private final ConversationAccess access;
    private final ConversationRepository conversations;
    private final ConversationProjection projection;
    private final ConversationViews views;
    private final Receipts receipts;
    private final Delivery delivery;
    private final ConversationLimits limits;
    private final Clock clock;

    ChangeOwnView(
            ConversationAccess access,
            ConversationRepository conversations,
            ConversationProjection projection,
            ConversationViews views,
            Receipts receipts,
            Delivery delivery,
            ConversationLimits limits,
            Clock clock) {
        this.access = access;
        this.conversations = conversations;
        this.projection = projection;
        this.views = views;
        this.receipts = receipts;
        this.delivery = delivery;
        this.limits = limits;
        this.clock = clock;
    }

    /** Refuses strangers with 404, and one pinned conversation too many with 422; then nothing changes. */
    Uni<ConversationView> handle(String conversationId, String userId, OwnViewChange change) {
        return access.open(conversationId, userId)
                .call(before -> pin(before, userId, change.pinned()))
                .call(before -> archive(before, userId, change.archived()))
                .call(() -> change.mute() == null
                        ? Uni.createFrom().voidItem()
                        : receipts.mute(conversationId, userId, change.mute().until(clock.instant())))
                .call(() -> change.markedUnread() == null
                        ? Uni.createFrom().voidItem()
                        : receipts.markUnread(conversationId, userId, change.markedUnread()))
                .chain(() -> access.open(conversationId, userId))
                .chain(after -> views.of(List.of(after), userId))
                .map(shown -> shown.get(0))
                .invoke(shown -> delivery.deliver(List.of(userId), new ConversationFrame(shown)));
    }

    private Uni<Void> pin(Conversation before, String userId, @Nullable Boolean pinned) {
        if (pinned == null || pinned == before.isPinnedBy(userId)) {
            return Uni.createFrom().voidItem();
        }
        var done = conversations.pin(before.id(), userId, pinned);
        // Counted afterwards: of two devices that pin the last one at the same time, neither may slip through.
        return pinned ? done.chain(() -> requireFewPinned(before.id(), userId)) : done;
    }

    private Uni<Void> requireFewPinned(String conversationId, String userId) {
        return conversations
                .countPinned(userId)
                .chain(count -> count <= limits.maxPinned()
                        ? Uni.createFrom().voidItem()
                        : conversations
                                .pin(conversationId, userId, false)
                                .onItem()
                                .failWith(this::tooManyPinned));
    }

    private ApiException tooManyPinned() {
        return ApiException.unprocessable(
                ErrorCode.TOO_MANY_PINNED,
                "At most %d conversations can be pinned. Unpin one first.".formatted(limits.maxPinned()));
    }

    /** Behind every message that is stored now, though it may be projected only later. */
    private Uni<Void> archive(Conversation before, String userId, @Nullable Boolean archived) {
        if (archived == null || archived == before.isArchivedBy(userId)) {
            return Uni.createFrom().voidItem();
        }
        return archived
                ? projection
                        .repair(before)
                        .chain(current -> conversations.archive(before.id(), userId, current.lastSeq()))
                : conversations.unarchive(before.id(), userId);
    }

    /** What to change; null is to stay as it is. */
    @Schema(name = "ChangeMine")
    record OwnViewChange(
            @Schema(
                    name = "mutedUntil",
                    nullable = true,
                    implementation = String.class,
                    format = "date-time",
                    description =
                            "`9999-12-31T23:59:59.999Z`, the latest, is for ever. Null, or a time that has passed, unmutes.",
                    examples = "9999-12-31T23:59:59.999Z")
            @Nullable Mute mute,

            @Schema(nullable = false) @Nullable Boolean pinned,
            @Schema(nullable = false) @Nullable Boolean archived,
            @Schema(nullable = false) @Nullable Boolean markedUnread) {

        private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59.999Z");

        record Mute(@Nullable Instant end) {

            @Nullable Instant until(Instant now) {
                return end != null && end.isAfter(now) ? end : null;
            }
        }

        /** By hand, because null and absent differ. Refuses what is malformed with 400. */
        static OwnViewChange parse(JsonNode body) {
            if (!body.isObject()) {
                throw ApiException.malformed("body", "must be an object");
            }
            return new OwnViewChange(
                    body.has("mutedUntil") ? mute(body.get("mutedUntil")) : null,
                    flag(body, "pinned"),
                    flag(body, "archived"),
                    flag(body, "markedUnread"));
        }

        private static Mute mute(JsonNode value) {
            if (value.isNull()) {
                return new Mute(null);
            }
            try {
                var until = Instant.parse(value.isTextual() ? value.textValue() : "");
                if (!until.isAfter(FOR_EVER)) {
                    return new Mute(until);
                }
            } catch (DateTimeException malformed) {
                // Refused below, like one that is too late.
            }
            throw ApiException.malformed("mutedUntil", "must be a time up to " + FOR_EVER + ", or null");
        }

        private static @Nullable Boolean flag(JsonNode body, String field) {
            var value = body.get(field);
            if (value != null && !value.isBoolean()) {
                throw ApiException.malformed(field, "must be true or false");
            }
            return value == null ? null : value.booleanValue();
        }
    }
}

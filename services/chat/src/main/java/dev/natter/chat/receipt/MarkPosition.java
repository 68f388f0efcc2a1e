package dev.natter.chat.receipt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageQueries;
import dev.natter.chat.conversation.Presence;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.profile.Privacy;
import dev.natter.web.ApiException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Moves a member's read or delivered position forward, never backward and never past the newest entry, and shows it if it
 * moved. What is read is delivered too, without a frame of its own.
 *
 * <p>It is shown to every other member; but with more of them online than configured, only to the authors of the newest
 * messages up to there, else one message to a thousand people would be followed by a million frames. A member's own
 * connections get {@code read} too, not {@code delivered}. Settings and blocks leave out others.
 *
 * <p>Refuses with 400 when {@code seq} is negative, 404 when the conversation is not the user's, 503 when the store is
 * unavailable. Safe to repeat.
 */
@ApplicationScoped
public class MarkPosition {

    /** A member who reads on after a long time is shown to the authors of so many messages. */
    private static final int MAX_AUTHORED = 100;

    private final ConversationAccess access;
    private final MessageQueries messageQueries;
    private final Receipts positions;
    private final Presence presence;
    private final Privacy privacy;
    private final int crowd;
    private final Delivery delivery;
    private final Clock clock;
    private final ReadListener reads;

    MarkPosition(
            ConversationAccess access,
            MessageQueries messageQueries,
            Receipts positions,
            Presence presence,
            Privacy privacy,
            @ConfigProperty(name = "natter.receipt.crowd", defaultValue = "100") int crowd,
            Delivery delivery,
            Clock clock,
            ReadListener reads) {
        this.access = access;
        this.messageQueries = messageQueries;
        this.positions = positions;
        this.presence = presence;
        this.privacy = privacy;
        this.crowd = crowd;
        this.delivery = delivery;
        this.clock = clock;
        this.reads = reads;
    }

    /** The user has read everything up to here. */
    public Uni<Void> read(String conversationId, String userId, long seq) {
        return move(ReceiptFrame.READ, conversationId, userId, seq);
    }

    /** Everything up to here has reached a device of the user. */
    public Uni<Void> delivered(String conversationId, String userId, long seq) {
        return move(ReceiptFrame.DELIVERED, conversationId, userId, seq);
    }

    private Uni<Void> move(String type, String conversationId, String userId, long seq) {
        if (seq < 0) {
            return Uni.createFrom().failure(ApiException.malformed("seq", "must not be negative"));
        }
        return access.members(conversationId, userId)
                .chain(members -> clamp(conversationId, seq)
                        .map(reached -> new ReceiptFrame(type, conversationId, userId, reached, clock.instant()))
                        .chain(frame -> store(frame)
                                .chain(moved -> moved
                                        ? show(frame, members)
                                        : Uni.createFrom().voidItem())));
    }

    /** Asks the store only when the member is ahead of what is known here. */
    private Uni<Long> clamp(String conversationId, long seq) {
        return seq <= messageQueries.knownSeq(conversationId)
                ? Uni.createFrom().item(seq)
                : messageQueries.newest(conversationId).map(newest -> newest == null ? 0 : Math.min(seq, newest.seq()));
    }

    private Uni<Boolean> store(ReceiptFrame to) {
        if (to.seq() == 0) {
            return Uni.createFrom().item(false);
        }
        return to.isRead()
                ? positions.advance(to.conversationId(), to.userId(), to.seq(), to.at())
                : positions.deliver(to.conversationId(), to.userId(), to.seq(), to.at());
    }

    private Uni<Void> show(ReceiptFrame frame, List<String> members) {
        if (frame.isRead()) {
            reads.read(frame.conversationId(), frame.userId(), frame.seq());
        }
        return recipients(frame, members)
                .chain(recipients -> permitted(frame, recipients))
                .invoke(recipients -> delivery.deliver(recipients, frame))
                .replaceWithVoid();
    }

    private Uni<List<String>> permitted(ReceiptFrame frame, List<String> recipients) {
        var involved = new HashSet<>(recipients);
        involved.add(frame.userId());
        return privacy.of(involved)
                .map(visibility -> recipients.stream()
                        .filter(viewer -> frame.isRead()
                                ? visibility.showsRead(frame.userId(), viewer)
                                : !visibility.blocks(frame.userId(), viewer))
                        .toList());
    }

    private Uni<List<String>> recipients(ReceiptFrame frame, List<String> members) {
        var others = members.stream().filter(id -> !id.equals(frame.userId())).toList();
        var recipients = frame.isRead() ? members : others;
        if (others.size() <= crowd || !presence.isCrowd(others, crowd)) {
            return Uni.createFrom().item(recipients);
        }
        return messageQueries
                .authors(frame.conversationId(), frame.seq(), MAX_AUTHORED)
                .map(authors -> recipients.stream()
                        .filter(id -> authors.contains(id) || id.equals(frame.userId()))
                        .toList())
                .onFailure()
                .invoke(failure -> Log.debugf("A receipt is shown to all, its authors are unknown: %s", failure))
                .onFailure()
                .recoverWithItem(recipients);
    }

    /**
     * A member has come this far in a conversation.
     *
     * @param type {@code read}: the member has read up to here; {@code delivered}: it has reached one of the member's devices
     */
    @RegisterForReflection
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "type")
    public record ReceiptFrame(String type, String conversationId, String userId, long seq, Instant at)
            implements ServerFrame {

        static final String READ = "read";
        static final String DELIVERED = "delivered";

        @JsonIgnore
        boolean isRead() {
            return type.equals(READ);
        }
    }
}

package dev.natter.chat.attachment;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Removes an attachment whose message is deleted: from the bucket when no other message has it, else from the view of the
 * conversations that have it no more. An attachment that was sent again meanwhile is left alone.
 */
@ApplicationScoped
public class ReleaseAttachment {

    /** As no message is older, an attachment that is unused since then is one that is to be released. */
    private static final Instant SUSPECT = Instant.EPOCH;

    private final AttachmentRepository attachments;
    private final AttachmentUsage usage;
    private final AttachmentSweep sweep;

    ReleaseAttachment(AttachmentRepository attachments, AttachmentUsage usage, AttachmentSweep sweep) {
        this.attachments = attachments;
        this.usage = usage;
        this.sweep = sweep;
    }

    /**
     * Before a message that was sent then loses the attachment: from now on the sweep finds it, should {@link #finish} not come to
     * an end.
     */
    public Uni<Void> begin(String id, Instant sentAt) {
        return attachments.suspect(id, sentAt, SUSPECT);
    }

    /** After the message has lost it. Never fails: what is not removed now is swept later. */
    public Uni<Void> finish(String id) {
        return usage.conversationsWith(id)
                .chain(holding -> holding.isEmpty()
                        ? sweep.delete(id, SUSPECT.plusMillis(1)).replaceWithVoid()
                        : attachments.keep(id, holding, SUSPECT))
                .onFailure()
                .invoke(failure -> Log.warnf("The attachment of a deleted message is left for the sweep: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}

package dev.natter.chat.attachment;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Knows which attachments messages have; implemented by the feature that stores messages. */
public interface AttachmentUsage {

    /** Those of these attachments that a stored message has. */
    Uni<Set<String>> usedAmong(Collection<String> ids);

    /** Whether an entry of this conversation has the attachment, from this number on. */
    Uni<Boolean> isUsed(String id, String conversationId, long fromSeq);

    /** The conversations with a stored message that has this attachment. */
    Uni<Set<String>> conversationsWith(String id);
}

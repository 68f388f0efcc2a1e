package dev.natter.chat.attachment;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Knows which attachments messages have; implemented by the feature that stores messages. */
public interface AttachmentUsage {

    /** Those of these images that a stored message has. */
    Uni<Set<String>> usedAmong(Collection<String> imageIds);
}

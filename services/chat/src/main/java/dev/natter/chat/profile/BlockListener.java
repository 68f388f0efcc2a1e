package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Shows the effect of blocks; implemented by the feature that shows presence. */
public interface BlockListener {

    /** A user has blocked and unblocked these users; the first may have been blocked before. */
    Uni<Void> changed(String userId, Set<String> blocked, Set<String> unblocked);
}

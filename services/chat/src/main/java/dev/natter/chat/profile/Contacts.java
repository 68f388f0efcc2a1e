package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Who shares a conversation with whom; implemented by the feature that stores conversations. */
public interface Contacts {

    /** Everyone who shares a conversation with this user; not the user. */
    Uni<Set<String>> of(String userId);
}

package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Who has to do with whom. */
public interface Companions {

    /** Everybody who shares a conversation with this user; not the user. */
    Uni<Set<String>> of(String userId);
}

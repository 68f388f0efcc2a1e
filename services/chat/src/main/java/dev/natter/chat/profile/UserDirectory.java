package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user service, where every profile comes from. Fails with a 503 refusal while it is away. */
interface UserDirectory {

    /** Those of these people who exist. */
    Uni<List<Profile>> find(Collection<String> ids);

    /** Everybody, page by page: those behind the cursor, from the beginning without one. */
    Uni<DirectoryPage> page(@Nullable String after);

    /**
     * One page of everybody.
     *
     * @param next the cursor behind it; null on the last page
     */
    record DirectoryPage(List<Profile> profiles, @Nullable String next) {
        public DirectoryPage {
            profiles = List.copyOf(profiles);
        }
    }
}

package dev.natter.chat.conversation;

import dev.natter.chat.profile.Privacy.Visibility;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is here, as far as a conversation must know of it to be shown. */
public interface Presence {

    Uni<Map<String, Seen>> of(Collection<String> userIds);

    /** The same, but fails while it cannot be known who is online. */
    Uni<Map<String, Seen>> exact(Collection<String> userIds);

    /** Whether more than {@code most} of them are online. Counts no further than that, from local state alone. */
    boolean isCrowd(Collection<String> userIds, int most);

    /** The presence of a user; {@code lastSeenAt} is null while the user is online, and when the user never was. */
    record Seen(boolean online, @Nullable Instant lastSeenAt) {

        public static final Seen NEVER = new Seen(false, null);

        /** What of it this viewer may see: nothing of a user who has blocked the viewer. */
        public Seen visible(Visibility visibility, String userId, String viewerId) {
            if (visibility.blocks(userId, viewerId)) {
                return NEVER;
            }
            return visibility.showsLastSeen(userId, viewerId) ? this : new Seen(online, null);
        }
    }
}

package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is here, as far as a conversation must know of it to be shown. */
public interface Presence {

    Uni<Map<String, Seen>> of(Collection<String> userIds);

    /** Whether more than {@code most} of them are online. Counts no further than that, and asks nobody. */
    boolean isCrowd(Collection<String> userIds, int most);

    /** The presence of a user; {@code lastSeenAt} is null while the user is online, and when the user never was. */
    record Seen(boolean online, @Nullable Instant lastSeenAt) {

        public static final Seen NEVER = new Seen(false, null);
    }
}

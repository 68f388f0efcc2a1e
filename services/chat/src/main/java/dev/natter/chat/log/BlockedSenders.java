package dev.natter.chat.log;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.profile.Privacy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whose new messages are hidden from whom: in a direct conversation, from a member who has blocked the sender. */
@ApplicationScoped
class BlockedSenders {

    private final Privacy privacy;
    private final Memberships memberships;

    BlockedSenders(Privacy privacy, Memberships memberships) {
        this.privacy = privacy;
        this.memberships = memberships;
    }

    /** By sender, the member from whom his messages are hidden. Completes at once unless one has blocked the other. */
    Uni<Map<String, String>> of(String conversationId, List<String> memberIds) {
        if (memberIds.size() != 2) {
            return Uni.createFrom().item(Map.of());
        }
        var one = memberIds.get(0);
        var other = memberIds.get(1);
        return privacy.of(memberIds).chain(visibility -> {
            var hidden = new HashMap<String, String>();
            if (visibility.blocks(one, other)) {
                hidden.put(other, one);
            }
            if (visibility.blocks(other, one)) {
                hidden.put(one, other);
            }
            return hidden.isEmpty()
                    ? Uni.createFrom().item(Map.of())
                    : memberships.isDirect(conversationId).map(isDirect -> isDirect ? Map.copyOf(hidden) : Map.of());
        });
    }
}

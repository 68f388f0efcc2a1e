package dev.natter.chat.conversation;

import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.Privacy.Audience;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Leaves out of a view what settings and blocks hide from the viewer. The sums of a conversation whose members are all shown
 * are those of the members whose receipts the viewer sees; of a larger one, those of all.
 */
@ApplicationScoped
class PrivacyFilter {

    private final Privacy privacy;

    PrivacyFilter(Privacy privacy) {
        this.privacy = privacy;
    }

    Uni<List<ConversationView>> conversations(List<ConversationView> views, String viewerId) {
        var members = views.stream().flatMap(view -> view.members().stream()).toList();
        return audience(members, Set.of(viewerId))
                .map(audience -> views.stream()
                        .map(view -> visible(view, viewerId, audience))
                        .toList());
    }

    Uni<List<MemberView>> members(List<MemberView> members, String viewerId) {
        return audience(members, Set.of(viewerId)).map(audience -> visible(members, viewerId, audience));
    }

    /** These members, and others who may see them. */
    Uni<Audience> audience(List<MemberView> members, Collection<String> viewerIds) {
        var involved = new HashSet<>(viewerIds);
        members.forEach(member -> involved.add(member.userId()));
        return privacy.of(involved);
    }

    ConversationView visible(ConversationView view, String viewerId, Audience audience) {
        var members = visible(view.members(), viewerId, audience);
        var delivered = view.deliveredToAllSeq();
        var read = audience.exchangesReceipts(viewerId) ? view.readByAllSeq() : 0;
        if (view.members().size() == view.memberCount()) {
            delivered = lowest(members, viewerId, other -> !audience.blocks(other, viewerId), MemberView::deliveredSeq);
            read = lowest(members, viewerId, other -> audience.showsRead(other, viewerId), MemberView::readSeq);
        }
        return view.with(members, delivered, read);
    }

    private static long lowest(
            List<MemberView> members, String viewerId, Predicate<String> isShown, ToLongFunction<MemberView> position) {
        return members.stream()
                .filter(member -> !member.userId().equals(viewerId) && isShown.test(member.userId()))
                .mapToLong(position)
                .min()
                .orElse(0);
    }

    private static List<MemberView> visible(List<MemberView> members, String viewerId, Audience audience) {
        return members.stream()
                .map(member -> visible(member, viewerId, audience))
                .toList();
    }

    private static MemberView visible(MemberView member, String viewerId, Audience audience) {
        var userId = member.userId();
        var seen = new Seen(member.online(), member.lastSeenAt()).visible(audience, userId, viewerId);
        var isBlocked = audience.blocks(userId, viewerId);
        return member.with(
                isBlocked ? null : member.avatar(),
                seen,
                isBlocked ? 0 : member.deliveredSeq(),
                audience.showsRead(userId, viewerId) ? member.readSeq() : 0);
    }
}

package dev.natter.chat.conversation;

import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.Privacy.Visibility;
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
        return visibility(members, Set.of(viewerId))
                .map(visibility -> views.stream()
                        .map(view -> visible(view, viewerId, visibility))
                        .toList());
    }

    Uni<List<MemberView>> members(List<MemberView> members, String viewerId) {
        return visibility(members, Set.of(viewerId)).map(visibility -> visible(members, viewerId, visibility));
    }

    /** These members, and others who may see them. */
    Uni<Visibility> visibility(List<MemberView> members, Collection<String> viewerIds) {
        var involved = new HashSet<>(viewerIds);
        members.forEach(member -> involved.add(member.userId()));
        return privacy.of(involved);
    }

    ConversationView visible(ConversationView view, String viewerId, Visibility visibility) {
        var members = visible(view.members(), viewerId, visibility);
        var delivered = view.deliveredToAllSeq();
        var read = visibility.exchangesReceipts(viewerId) ? view.readByAllSeq() : 0;
        if (view.members().size() == view.memberCount()) {
            delivered =
                    lowest(members, viewerId, other -> !visibility.blocks(other, viewerId), MemberView::deliveredSeq);
            read = lowest(members, viewerId, other -> visibility.showsRead(other, viewerId), MemberView::readSeq);
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

    private static List<MemberView> visible(List<MemberView> members, String viewerId, Visibility visibility) {
        return members.stream()
                .map(member -> visible(member, viewerId, visibility))
                .toList();
    }

    private static MemberView visible(MemberView member, String viewerId, Visibility visibility) {
        var userId = member.userId();
        var seen = new Seen(member.online(), member.lastSeenAt()).visible(visibility, userId, viewerId);
        var isBlocked = visibility.blocks(userId, viewerId);
        return member.with(
                isBlocked ? null : member.avatar(),
                seen,
                isBlocked ? 0 : member.deliveredSeq(),
                visibility.showsRead(userId, viewerId) ? member.readSeq() : 0);
    }
}

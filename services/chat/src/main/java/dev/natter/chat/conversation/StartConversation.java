package dev.natter.chat.conversation;

import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationView.ConversationFrame;
import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.mongo.Ids;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.Privacy.Visibility;
import dev.natter.chat.profile.ProfileService;
import dev.natter.chat.profile.ProfileService.ShownUser;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import dev.natter.web.ShownText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Starts a conversation. With one other user and no title it is the direct one of the two, of which there is only one, also
 * when both start it at the same instant; else it is a group, and always new. All members get a frame of a new one.
 */
@ApplicationScoped
public class StartConversation {

    private final ConversationRepository conversations;
    private final ConversationViews views;
    private final Receipts receipts;
    private final ProfileService profiles;
    private final Privacy privacy;
    private final PrivacyFilter privacyFilter;
    private final ConversationListener listener;
    private final Delivery delivery;
    private final ConversationLimits limits;
    private final Ids ids;
    private final Clock clock;

    StartConversation(
            ConversationRepository conversations,
            ConversationViews views,
            Receipts receipts,
            ProfileService profiles,
            Privacy privacy,
            PrivacyFilter privacyFilter,
            ConversationListener listener,
            Delivery delivery,
            ConversationLimits limits,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.views = views;
        this.receipts = receipts;
        this.profiles = profiles;
        this.privacy = privacy;
        this.privacyFilter = privacyFilter;
        this.listener = listener;
        this.delivery = delivery;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param isNew false when these two had one already
     */
    public record Outcome(ConversationView conversation, boolean isNew) {}

    /** Tolerates members named twice, and the starter among them. */
    public Uni<Outcome> handle(String starterId, Collection<String> memberIds, @Nullable String title) {
        var members = new LinkedHashSet<String>();
        members.add(starterId);
        members.addAll(memberIds);
        var shownTitle = title == null ? null : ShownText.line("title", title, limits.maxTitleLength());
        check(members);
        var wanted = Conversation.started(ids.next(), shownTitle, List.copyOf(members), clock.instant());
        return profiles.requireAll(wanted.others(starterId))
                .chain(() -> wanted.kind() == Kind.DIRECT ? getOrAdd(wanted) : addGroup(wanted));
    }

    private void check(Set<String> members) {
        if (members.size() == 1) {
            throw ApiException.unprocessable(
                    ErrorCode.ONLY_YOURSELF, "A conversation needs at least one other member.");
        }
        if (members.size() > limits.maxMembers()) {
            throw ApiException.unprocessable(
                    ErrorCode.TOO_MANY_MEMBERS, "A conversation has at most " + limits.maxMembers() + " members.");
        }
    }

    private Uni<Outcome> getOrAdd(Conversation wanted) {
        return getDirect(wanted)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : conversations
                                .add(wanted)
                                .chain(added -> added != null
                                        ? publish(added)
                                        // Both started it at the same instant.
                                        : getDirect(wanted)
                                                .onItem()
                                                .ifNull()
                                                .failWith(
                                                        () -> new IllegalStateException("no conversation of a pair"))));
    }

    private Uni<@Nullable Outcome> getDirect(Conversation wanted) {
        var starterId = starterId(wanted);
        return conversations
                .getDirect(starterId, wanted.memberIds().get(1))
                .chain(found -> found == null
                        ? Uni.createFrom().nullItem()
                        : views.of(List.of(found), starterId).map(shown -> new Outcome(shown.get(0), false)));
    }

    /** The positions come first: what all members of a large group have reached is the lowest of them. */
    private Uni<Outcome> addGroup(Conversation wanted) {
        var begun = wanted.isLarge()
                ? receipts.begin(wanted.id(), wanted.memberIds(), 0)
                : Uni.createFrom().voidItem();
        return privacy.requireAvailable(wanted.others(starterId(wanted)), starterId(wanted))
                .chain(() -> begun)
                .chain(() -> conversations.add(wanted))
                .chain(added -> publish(wanted));
    }

    private Uni<Outcome> publish(Conversation added) {
        listener.membersChanged(added.id(), added.memberIds(), List.of());
        return introduce(added, added.memberIds()).map(shown -> new Outcome(shown, true));
    }

    private static String starterId(Conversation conversation) {
        return conversation.memberIds().get(0);
    }

    /** Shows a conversation to its new members; the result is how the first of them sees it. */
    public Uni<ConversationView> introduce(Conversation conversation, List<String> newIds) {
        return views.of(List.of(conversation), newIds.get(0))
                .map(shown -> shown.get(0))
                .call(shown -> Uni.combine()
                        .all()
                        .unis(privacyFilter.visibility(shown.members(), newIds), hidden(shown, newIds))
                        .with((visibility, hidden) -> {
                            deliver(conversation, newIds, shown, visibility, hidden);
                            return shown;
                        }));
    }

    private Uni<Map<String, ShownUser>> hidden(ConversationView shown, List<String> newIds) {
        var hidden = new HashSet<>(newIds);
        shown.members().forEach(member -> hidden.remove(member.userId()));
        return hidden.isEmpty() ? Uni.createFrom().item(Map.of()) : profiles.shown(hidden);
    }

    /**
     * It looks the same to all new ones whom it shows, but for what is hidden from some: one frame for those who see the same,
     * and one of its own for each of the others. One who has blocked the other of a direct conversation gets none.
     */
    private void deliver(
            Conversation conversation,
            List<String> newIds,
            ConversationView shown,
            Visibility visibility,
            Map<String, ShownUser> hidden) {
        newIds.stream()
                .filter(userId -> conversation.isGroup() || !visibility.blocks(userId, starterId(conversation)))
                .collect(Collectors.groupingBy(userId -> {
                    var user = hidden.get(userId);
                    return privacyFilter.visible(
                            user == null ? shown : shown.with(receiver(conversation, userId, user)),
                            userId,
                            visibility);
                }))
                .forEach((view, userIds) -> delivery.deliver(userIds, new ConversationFrame(view)));
    }

    /** As a new member is shown to itself: a user who gets a frame is online. */
    private static MemberView receiver(Conversation conversation, String userId, ShownUser user) {
        var joined = conversation.joinedSeq(userId);
        return new MemberView(userId, user.name(), user.avatar(), Role.MEMBER, joined, true, null, joined, joined);
    }
}

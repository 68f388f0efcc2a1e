package dev.natter.chat.conversation;

import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationView.ConversationFrame;
import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.mongo.Ids;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.Privacy.Audience;
import dev.natter.chat.profile.Profile;
import dev.natter.chat.profile.ProfileService;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import dev.natter.web.ShownText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Starts a conversation. With one other user and no title it is the direct one of the two, of which there is only one, also
 * when both start it at the same instant; else it is a group, and always new. All members get a frame of a new one.
 */
@ApplicationScoped
public class StartConversation {

    /** What every id looks like; the user service is not asked for anything else. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

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
        return existing(wanted.others(starterId))
                .chain(others -> wanted.kind() == Kind.DIRECT ? getOrAdd(wanted, others) : addGroup(wanted, others));
    }

    private void check(Set<String> members) {
        if (members.size() == 1) {
            throw Refusal.unprocessable(ErrorCode.ONLY_YOURSELF, "A conversation needs at least one other member.");
        }
        if (members.size() > limits.maxMembers()) {
            throw Refusal.unprocessable(
                    ErrorCode.TOO_MANY_MEMBERS, "A conversation has at most " + limits.maxMembers() + " members.");
        }
    }

    private Uni<Map<String, Profile>> existing(List<String> userIds) {
        if (!userIds.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw unknownUser();
        }
        return profiles.find(userIds).invoke(found -> {
            if (!found.keySet().containsAll(userIds)) {
                throw unknownUser();
            }
        });
    }

    private Uni<Outcome> getOrAdd(Conversation wanted, Map<String, Profile> others) {
        return getDirect(wanted)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : conversations
                                .add(wanted)
                                .chain(added -> added != null
                                        ? publish(added, others)
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
    private Uni<Outcome> addGroup(Conversation wanted, Map<String, Profile> others) {
        var begun = wanted.isLarge()
                ? receipts.begin(wanted.id(), wanted.memberIds())
                : Uni.createFrom().voidItem();
        return privacy.requireAvailable(wanted.others(starterId(wanted)), starterId(wanted))
                .chain(() -> begun)
                .chain(() -> conversations.add(wanted))
                .chain(added -> publish(wanted, others));
    }

    private Uni<Outcome> publish(Conversation added, Map<String, Profile> others) {
        listener.created(added.id(), added.memberIds());
        return views.of(List.of(added), starterId(added))
                .map(shown -> shown.get(0))
                .call(shown -> privacyFilter
                        .audience(shown.members(), added.memberIds())
                        .invoke(audience -> deliver(added, shown, others, audience)))
                .map(shown -> new Outcome(shown, true));
    }

    /**
     * A new one looks the same to all whom it shows, but for what is hidden from some: one frame for those who see the same,
     * and one of his own for each of the others. One who has blocked the other of a direct conversation gets none.
     */
    private void deliver(Conversation added, ConversationView shown, Map<String, Profile> others, Audience audience) {
        var shownIds = shown.members().stream().map(MemberView::userId).collect(Collectors.toSet());
        var starterId = starterId(added);
        added.memberIds().stream()
                .filter(userId -> !audience.blocks(userId, starterId))
                .collect(Collectors.groupingBy(userId -> privacyFilter.visible(
                        shownIds.contains(userId) ? shown : shown.with(receiver(userId, others)), userId, audience)))
                .forEach((view, userIds) -> delivery.deliver(userIds, new ConversationFrame(view)));
    }

    private static String starterId(Conversation conversation) {
        return conversation.memberIds().get(0);
    }

    /** As he sees himself: a user who gets a frame is online. */
    private static MemberView receiver(String userId, Map<String, Profile> profiles) {
        var profile = profiles.get(userId);
        var name = profile == null ? userId : profile.name();
        return new MemberView(userId, name, Role.MEMBER, 0, true, null, 0, 0);
    }

    private static Refusal unknownUser() {
        return Refusal.notFound(ErrorCode.USER_NOT_FOUND, "The user does not exist.");
    }
}

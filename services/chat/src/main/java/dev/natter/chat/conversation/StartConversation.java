package dev.natter.chat.conversation;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.profile.FindProfiles;
import dev.natter.chat.profile.Profile;
import dev.natter.chat.store.Ids;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import dev.natter.web.ShownText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Starts a conversation. With one other person and no title it is the direct one of the two, of which there is only one,
 * also when both start it at the same instant; else it is a group, and always new. All members are told of a new one, each
 * as he sees it.
 */
@ApplicationScoped
class StartConversation {

    /** What every id looks like; anything else names nobody, and is not asked for. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Frames of their own that are on the way at the same time. */
    private final Conversations conversations;

    private final ConversationViews views;
    private final Receipts receipts;
    private final FindProfiles findProfiles;
    private final Introductions introductions;
    private final Delivery delivery;
    private final ConversationLimits limits;
    private final Ids ids;
    private final Clock clock;

    StartConversation(
            Conversations conversations,
            ConversationViews views,
            Receipts receipts,
            FindProfiles findProfiles,
            Introductions introductions,
            Delivery delivery,
            ConversationLimits limits,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.views = views;
        this.receipts = receipts;
        this.findProfiles = findProfiles;
        this.introductions = introductions;
        this.delivery = delivery;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<StartOutcome> handle(StartCommand asked) {
        var command = asked.withTitle(title -> ShownText.line("title", title, limits.maxTitleLength()));
        refuseTheImpossible(command);
        return everybodyExists(command)
                .chain(others -> command.isDirect() ? findOrStart(command, others) : startGroup(command, others));
    }

    private void refuseTheImpossible(StartCommand command) {
        if (command.otherIds().isEmpty()) {
            throw Refusal.unprocessable(ErrorCode.ONLY_YOURSELF, "A conversation needs somebody else.");
        }
        if (command.otherIds().size() >= limits.maxMembers()) {
            throw Refusal.unprocessable(
                    ErrorCode.TOO_MANY_MEMBERS, "A conversation has at most " + limits.maxMembers() + " members.");
        }
        if (!command.otherIds().stream().allMatch(id -> ID.matcher(id).matches())) {
            throw unknownUser();
        }
    }

    private Uni<Map<String, Profile>> everybodyExists(StartCommand command) {
        return findProfiles.handle(command.otherIds()).invoke(found -> {
            if (!found.keySet().containsAll(command.otherIds())) {
                throw unknownUser();
            }
        });
    }

    private Uni<StartOutcome> findOrStart(StartCommand command, Map<String, Profile> others) {
        var other = command.otherIds().get(0);
        return conversations
                .findDirect(command.starterId(), other)
                .chain(found -> found != null
                        ? existing(found, command.starterId())
                        : conversations
                                .addDirect(made(command, Kind.DIRECT))
                                .chain(added -> added != null
                                        ? started(added, command.starterId(), others)
                                        : theOneStartedMeanwhile(command.starterId(), other)));
    }

    private Uni<StartOutcome> theOneStartedMeanwhile(String starterId, String other) {
        return conversations
                .findDirect(starterId, other)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("a pair is taken by no conversation"))
                .chain(found -> existing(found, starterId));
    }

    /** The positions come first: what all members of a large group have reached is the lowest of them. */
    private Uni<StartOutcome> startGroup(StartCommand command, Map<String, Profile> others) {
        var group = made(command, Kind.GROUP);
        var begun = group.isLarge()
                ? receipts.begin(group.id(), group.memberIds())
                : Uni.createFrom().voidItem();
        return begun.chain(() -> conversations.add(group)).chain(added -> started(added, command.starterId(), others));
    }

    private Conversation made(StartCommand command, Kind kind) {
        var members = new ArrayList<String>();
        members.add(command.starterId());
        members.addAll(command.otherIds());
        return new Conversation(ids.next(), kind, command.title(), members, 0, null, clock.instant());
    }

    private Uni<StartOutcome> existing(Conversation found, String starterId) {
        return views.of(List.of(found), starterId).map(shown -> new StartOutcome.Existing(shown.get(0)));
    }

    private Uni<StartOutcome> started(Conversation added, String starterId, Map<String, Profile> others) {
        introductions.met(added.id(), added.memberIds());
        return views.of(List.of(added), starterId)
                .map(shown -> shown.get(0))
                .invoke(shown -> tell(added, shown, others))
                .map(StartOutcome.Started::new);
    }

    /** So new, it looks the same to all whom it shows: one frame does for them. Each of the others sees himself in it. */
    private void tell(Conversation added, ConversationView shown, Map<String, Profile> others) {
        var together = shown.members().stream().map(MemberView::userId).toList();
        var apart = new ArrayList<>(added.memberIds());
        apart.removeAll(Set.copyOf(together));
        delivery.deliver(together, new ConversationFrame(shown));
        apart.forEach(userId ->
                delivery.deliver(List.of(userId), new ConversationFrame(shown.with(receiver(userId, others)))));
    }

    /** As he sees himself: whoever gets a frame is online. */
    private static MemberView receiver(String userId, Map<String, Profile> profiles) {
        var profile = profiles.get(userId);
        var name = profile == null ? userId : profile.name();
        return new MemberView(userId, name, Role.MEMBER, 0, true, null, 0, 0);
    }

    private static Refusal unknownUser() {
        return Refusal.notFound(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}

package dev.natter.chat.conversation;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.profile.FindProfiles;
import dev.natter.chat.store.Ids;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import dev.natter.web.ShownText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Starts a conversation. With one other person and no title it is the direct one of the two, of which there is only one,
 * also when both start it at the same instant; else it is a group, and always new. All members are told of a new one.
 */
@ApplicationScoped
class StartConversation {

    /** What every id looks like; anything else names nobody, and is not asked for. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Conversations conversations;
    private final ConversationViews views;
    private final FindProfiles findProfiles;
    private final Introductions introductions;
    private final Delivery delivery;
    private final ConversationLimits limits;
    private final Ids ids;
    private final Clock clock;

    StartConversation(
            Conversations conversations,
            ConversationViews views,
            FindProfiles findProfiles,
            Introductions introductions,
            Delivery delivery,
            ConversationLimits limits,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.views = views;
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
        return everybodyExists(command).chain(() -> command.isDirect() ? findOrStart(command) : startGroup(command));
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

    private Uni<Void> everybodyExists(StartCommand command) {
        return findProfiles
                .handle(command.otherIds())
                .invoke(found -> {
                    if (!found.keySet().containsAll(command.otherIds())) {
                        throw unknownUser();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<StartOutcome> findOrStart(StartCommand command) {
        var other = command.otherIds().get(0);
        return conversations
                .findDirect(command.starterId(), other)
                .chain(found -> found != null
                        ? existing(found, command.starterId())
                        : conversations
                                .addDirect(made(command, Kind.DIRECT))
                                .chain(added -> added != null
                                        ? started(added, command.starterId())
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

    private Uni<StartOutcome> startGroup(StartCommand command) {
        return conversations.add(made(command, Kind.GROUP)).chain(added -> started(added, command.starterId()));
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

    /** So new, it looks the same to each of them: one frame does for all. */
    private Uni<StartOutcome> started(Conversation added, String starterId) {
        introductions.met(added.id(), added.memberIds());
        return views.of(List.of(added), starterId)
                .map(shown -> shown.get(0))
                .call(shown -> delivery.deliver(added.memberIds(), new ConversationFrame(shown), null))
                .map(StartOutcome.Started::new);
    }

    private static Refusal unknownUser() {
        return Refusal.notFound(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}

package dev.natter.chat.conversation;

import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.profile.ShowNames;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows conversations as one member sees them. Costs a fixed number of questions for any number of conversations, and one
 * more for each whose newest message is not written in it yet.
 */
@ApplicationScoped
class ConversationViews {

    private final CatchUp catchUp;
    private final Timeline timeline;
    private final Receipts receipts;
    private final Presence presence;
    private final ShowNames showNames;

    ConversationViews(CatchUp catchUp, Timeline timeline, Receipts receipts, Presence presence, ShowNames showNames) {
        this.catchUp = catchUp;
        this.timeline = timeline;
        this.receipts = receipts;
        this.presence = presence;
        this.showNames = showNames;
    }

    private record People(Map<String, String> names, Map<String, Seen> seen) {}

    /** One view for each, in the same order. */
    Uni<List<ConversationView>> of(List<Conversation> conversations, String viewerId) {
        return Multi.createFrom()
                .iterable(conversations)
                .onItem()
                .transformToUniAndConcatenate(catchUp::handle)
                .collect()
                .asList()
                .chain(current -> show(current, viewerId));
    }

    private Uni<List<ConversationView>> show(List<Conversation> conversations, String viewerId) {
        var ids = conversations.stream().map(Conversation::id).toList();
        var members = conversations.stream()
                .map(Conversation::memberIds)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        var people = Uni.combine()
                .all()
                .unis(showNames.handle(members), presence.of(members))
                .with(People::new);
        return receipts.positions(ids)
                .chain(positions -> Uni.combine()
                        .all()
                        .unis(people, unread(conversations, positions, viewerId))
                        .with((known, unread) -> conversations.stream()
                                .map(each -> view(each, known, positions, unread.getOrDefault(each.id(), 0L)))
                                .toList()));
    }

    private Uni<Map<String, Long>> unread(List<Conversation> conversations, Positions positions, String viewerId) {
        var behind = conversations.stream()
                .filter(each -> positions.of(each.id(), viewerId).read() < each.lastSeq())
                .collect(Collectors.toMap(
                        Conversation::id,
                        each -> positions.of(each.id(), viewerId).read()));
        return behind.isEmpty() ? Uni.createFrom().item(Map.of()) : timeline.unread(viewerId, behind);
    }

    private static ConversationView view(Conversation conversation, People people, Positions positions, long unread) {
        return new ConversationView(
                conversation.id(),
                conversation.kind(),
                conversation.title(),
                conversation.memberIds().stream()
                        .map(member -> {
                            var position = positions.of(conversation.id(), member);
                            var seen = people.seen().getOrDefault(member, Seen.NEVER);
                            return new MemberView(
                                    member,
                                    people.names().getOrDefault(member, member),
                                    seen.online(),
                                    seen.lastSeenAt(),
                                    position.delivered(),
                                    position.read());
                        })
                        .toList(),
                conversation.lastSeq(),
                conversation.last(),
                unread,
                conversation.updatedAt());
    }
}

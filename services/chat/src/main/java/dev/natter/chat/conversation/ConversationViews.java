package dev.natter.chat.conversation;

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
    private final ShowNames showNames;

    ConversationViews(CatchUp catchUp, Timeline timeline, Receipts receipts, ShowNames showNames) {
        this.catchUp = catchUp;
        this.timeline = timeline;
        this.receipts = receipts;
        this.showNames = showNames;
    }

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
        var names = showNames.handle(members);
        return receipts.positions(ids)
                .chain(positions -> Uni.combine()
                        .all()
                        .unis(names, unread(conversations, positions, viewerId))
                        .with((name, unread) -> conversations.stream()
                                .map(each -> view(each, name, positions, unread.getOrDefault(each.id(), 0L)))
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

    private static ConversationView view(
            Conversation conversation, Map<String, String> names, Positions positions, long unread) {
        return new ConversationView(
                conversation.id(),
                conversation.kind(),
                conversation.title(),
                conversation.memberIds().stream()
                        .map(member -> {
                            var position = positions.of(conversation.id(), member);
                            // Nobody's presence is served yet, so nobody is said to be here.
                            return new MemberView(
                                    member,
                                    names.getOrDefault(member, member),
                                    false,
                                    null,
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

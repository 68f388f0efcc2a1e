package dev.natter.chat.conversation;

import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.conversation.ConversationView.MineView;
import dev.natter.chat.conversation.MessageQueries.Unread;
import dev.natter.chat.conversation.Positions.Position;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.profile.ProfileService;
import dev.natter.chat.profile.ProfileService.ShownUser;
import dev.natter.storage.avatar.AvatarView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shows conversations as one member sees them, with {@value ConversationView#MAX_MEMBERS} members of each at most: a fixed
 * number of queries, and a few for each large group and each conversation that its log is ahead of.
 */
@ApplicationScoped
public class ConversationViews {

    /** The most recent speakers are those of this many messages. */
    private static final int SPEAKERS_WITHIN = 50;
    /** Large groups whose lowest positions are looked up at the same time. */
    private static final int MAX_CONCURRENCY = 8;
    /** Entries of one log that are looked at to count what is unread. */
    private static final long MAX_COUNTED = 10_000;

    private static final Unread NOTHING = new Unread(0, 0);

    private final ConversationProjection projection;
    private final MessageQueries messageQueries;
    private final Receipts receipts;
    private final Presence presence;
    private final ProfileService profiles;
    private final PrivacyFilter privacy;

    ConversationViews(
            ConversationProjection projection,
            MessageQueries messageQueries,
            Receipts receipts,
            Presence presence,
            ProfileService profiles,
            PrivacyFilter privacy) {
        this.projection = projection;
        this.messageQueries = messageQueries;
        this.receipts = receipts;
        this.presence = presence;
        this.profiles = profiles;
        this.privacy = privacy;
    }

    private record MemberDetails(Map<String, ShownUser> users, Map<String, Seen> seen) {}

    /** Each as this member of it sees it. */
    public Uni<List<ConversationView>> of(List<Conversation> conversations, String viewerId) {
        return shownMembers(conversations, viewerId)
                .chain(shown -> receipts.positions(shown)
                        .chain(positions -> unread(conversations, positions, viewerId)
                                .chain(unread -> repair(conversations, positions, unread, viewerId)
                                        .chain(current -> withVisible(current, viewerId))
                                        .chain(current -> withQuotes(current))
                                        .chain(current -> show(current, viewerId, shown, positions, unread)))))
                .chain(views -> privacy.conversations(views, viewerId));
    }

    /** These members of a conversation as one member sees them, in the same order. */
    Uni<List<MemberView>> members(Conversation conversation, List<String> userIds, String viewerId) {
        return Uni.combine()
                .all()
                .unis(memberDetails(userIds), receipts.positions(Map.of(conversation.id(), userIds)))
                .with((details, positions) -> members(conversation, userIds, details, positions))
                .chain(members -> privacy.members(members, viewerId));
    }

    private Uni<List<ConversationView>> show(
            List<Conversation> conversations,
            String viewerId,
            Map<String, List<String>> shown,
            Positions positions,
            Map<String, Unread> unread) {
        var everybody = shown.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(memberDetails(everybody), sums(conversations, positions, viewerId))
                .with((details, sums) -> conversations.stream()
                        .map(each -> view(
                                each,
                                members(each, shown.getOrDefault(each.id(), List.of()), details, positions),
                                sums.getOrDefault(each.id(), Position.START),
                                positions.of(each.id(), viewerId),
                                viewerId,
                                mine(each, positions, viewerId),
                                unread.getOrDefault(each.id(), NOTHING).count()))
                        .toList());
    }

    private Uni<Map<String, List<String>>> shownMembers(List<Conversation> conversations, String viewerId) {
        var large = conversations.stream()
                .filter(Conversation::isLarge)
                .collect(Collectors.toMap(Conversation::id, each -> each.lastSeq() - SPEAKERS_WITHIN));
        var speakers = large.isEmpty()
                ? Uni.createFrom().item(Map.<String, List<String>>of())
                : messageQueries.speakers(large);
        return speakers.map(found -> conversations.stream()
                .collect(Collectors.toMap(
                        Conversation::id,
                        each -> each.isLarge()
                                ? shown(each, viewerId, found.getOrDefault(each.id(), List.of()))
                                : each.memberIds())));
    }

    private static List<String> shown(Conversation large, String viewerId, List<String> speakers) {
        var shown = new LinkedHashSet<String>();
        shown.add(viewerId);
        shown.addAll(speakers);
        shown.addAll(large.memberIds());
        return shown.stream().limit(ConversationView.MAX_MEMBERS).toList();
    }

    private Uni<MemberDetails> memberDetails(Collection<String> userIds) {
        return Uni.combine()
                .all()
                .unis(profiles.shown(userIds), presence.of(userIds))
                .with(MemberDetails::new);
    }

    /** Of a log that goes on for longer, the newest entries are counted. */
    private Uni<Map<String, Unread>> unread(List<Conversation> conversations, Positions positions, String viewerId) {
        return conversations.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : messageQueries.unread(
                        viewerId,
                        conversations.stream()
                                .collect(Collectors.toMap(
                                        Conversation::id,
                                        each -> Math.max(
                                                positions
                                                        .of(each.id(), viewerId)
                                                        .read(),
                                                each.lastSeq() - MAX_COUNTED))));
    }

    private Uni<List<Conversation>> repair(
            List<Conversation> conversations, Positions positions, Map<String, Unread> unread, String viewerId) {
        return Multi.createFrom()
                .iterable(conversations)
                .onItem()
                .transformToUniAndConcatenate(each -> {
                    var found = unread.getOrDefault(each.id(), NOTHING).lastSeq();
                    var read = positions.of(each.id(), viewerId).read();
                    return Math.max(found, read) > each.lastSeq()
                            ? projection.repair(each)
                            : Uni.createFrom().item(each);
                })
                .collect()
                .asList();
    }

    /** What is hidden from the viewer is not the last message. */
    private Uni<List<Conversation>> withVisible(List<Conversation> conversations, String viewerId) {
        return Multi.createFrom()
                .iterable(conversations)
                .onItem()
                .transformToUniAndConcatenate(each -> each.last() != null
                                && viewerId.equals(each.last().hiddenFrom())
                        ? messageQueries.newestVisible(each.id(), viewerId).map(each::showing)
                        : Uni.createFrom().item(each))
                .collect()
                .asList();
    }

    private Uni<List<Conversation>> withQuotes(List<Conversation> conversations) {
        var replies = conversations.stream()
                .map(Conversation::last)
                .filter(last -> last != null && last.replyTo() != null)
                .toList();
        if (replies.isEmpty()) {
            return Uni.createFrom().item(conversations);
        }
        return messageQueries.quoting(replies).map(quoting -> {
            var byConversation =
                    quoting.stream().collect(Collectors.toMap(MessageView::conversationId, Function.identity()));
            return conversations.stream()
                    .map(each -> {
                        var last = byConversation.get(each.id());
                        return last == null ? each : each.showing(last);
                    })
                    .toList();
        });
    }

    /** By conversation, the position that all other members have reached. */
    private Uni<Map<String, Position>> sums(List<Conversation> conversations, Positions positions, String viewerId) {
        return Multi.createFrom()
                .iterable(conversations)
                .onItem()
                .transformToUni(each -> sum(each, positions, viewerId).map(sum -> Map.entry(each.id(), sum)))
                .merge(MAX_CONCURRENCY)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Position> sum(Conversation conversation, Positions positions, String viewerId) {
        return conversation.isLarge()
                ? receipts.lowest(conversation.id(), viewerId)
                : Uni.createFrom()
                        .item(() -> conversation.others(viewerId).stream()
                                .map(other -> positions.of(conversation.id(), other))
                                .reduce(Position::lower)
                                .orElse(Position.START));
    }

    private static List<MemberView> members(
            Conversation conversation, List<String> userIds, MemberDetails details, Positions positions) {
        return userIds.stream()
                .map(member -> {
                    var position = positions.of(conversation.id(), member);
                    var seen = details.seen().getOrDefault(member, Seen.NEVER);
                    var user = details.users().getOrDefault(member, new ShownUser(member, null));
                    return new MemberView(
                            member,
                            user.name(),
                            user.avatar(),
                            conversation.roleOf(member),
                            position.joinedSeq(),
                            seen.online(),
                            seen.lastSeenAt(),
                            position.delivered(),
                            position.read());
                })
                .toList();
    }

    private static ConversationView view(
            Conversation conversation,
            List<MemberView> members,
            Position sum,
            Position viewer,
            String viewerId,
            MineView mine,
            long unread) {
        var last = conversation.last();
        return new ConversationView(
                conversation.id(),
                conversation.kind(),
                conversation.title(),
                AvatarView.ofGroup(conversation.id(), conversation.avatar()),
                members,
                conversation.memberCount(),
                sum.delivered(),
                sum.read(),
                conversation.lastSeq(),
                last == null || last.seq() < viewer.joinedSeq() ? null : last.visibleTo(viewerId, viewer.joinedSeq()),
                unread,
                conversation.updatedAt(),
                mine);
    }

    private static MineView mine(Conversation conversation, Positions positions, String viewerId) {
        var position = positions.of(conversation.id(), viewerId);
        return new MineView(
                position.mutedUntil(),
                conversation.isPinnedBy(viewerId),
                conversation.isArchivedBy(viewerId),
                position.markedUnread());
    }
}

package dev.natter.chat.group;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ConversationLimits;
import dev.natter.chat.conversation.GroupChanges;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.MessageQueries.GroupChange;
import dev.natter.chat.conversation.StartConversation;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame.ResyncFrame;
import dev.natter.chat.group.PendingChange.Outdated;
import dev.natter.chat.log.ConversationLog;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.EntryFrame;
import dev.natter.chat.log.GroupChanged;
import dev.natter.chat.log.PendingEntry.IdempotencyKey;
import dev.natter.chat.mongo.Ids;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.profile.ProfileService;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import dev.natter.web.ShownText;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes the title, members and roles of a group. A change is decided on the group as its log has it, appended to the log if
 * that has no other change meanwhile (else it is decided again), and shown; see {@link GroupChanges} for what happens when
 * a replica is killed in between. One that is made already appends nothing.
 *
 * <p>Refuses with 404 a conversation that is not the caller's, 422 a direct one, 403 what the caller's role does not allow,
 * and 503 when the store is unavailable. Safe to repeat.
 */
@ApplicationScoped
public class ChangeGroup {

    /** Each time another change of the same group came first. */
    private static final int MAX_ATTEMPTS = 20;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConversationAccess access;
    private final Memberships memberships;
    private final GroupChanges groupChanges;
    private final StartConversation startConversation;
    private final ConversationLog log;
    private final ProfileService profiles;
    private final Privacy privacy;
    private final ChangeGroupAvatar avatar;
    private final Delivery delivery;
    private final ConversationLimits limits;
    private final Ids ids;

    ChangeGroup(
            ConversationAccess access,
            Memberships memberships,
            GroupChanges groupChanges,
            StartConversation startConversation,
            ConversationLog log,
            ProfileService profiles,
            Privacy privacy,
            ChangeGroupAvatar avatar,
            Delivery delivery,
            ConversationLimits limits,
            Ids ids) {
        this.access = access;
        this.memberships = memberships;
        this.groupChanges = groupChanges;
        this.startConversation = startConversation;
        this.log = log;
        this.profiles = profiles;
        this.privacy = privacy;
        this.avatar = avatar;
        this.delivery = delivery;
        this.limits = limits;
        this.ids = ids;
    }

    /** What is to change in the group as it is now; null when nothing is. Throws a {@link ApiException} when it may not. */
    private interface Decision {
        @Nullable GroupChange of(Conversation group);
    }

    Uni<Conversation> rename(String conversationId, String actorId, String title) {
        var shown = ShownText.line("title", title, limits.maxTitleLength());
        return change(conversationId, actorId, group -> {
            requireAdmin(group, actorId);
            return shown.equals(group.title()) ? null : PendingChange.title(shown);
        });
    }

    /** Tolerates users named twice, and members. Fails with 404 when a user does not exist, 422 when one has blocked the caller. */
    Uni<Conversation> add(String conversationId, String actorId, Collection<String> userIds) {
        return access.open(conversationId, actorId)
                .chain(group -> {
                    var added = added(group, actorId, userIds);
                    return profiles.requireAll(added).chain(() -> privacy.requireAvailable(added, actorId));
                })
                .chain(() -> change(conversationId, actorId, group -> {
                    var added = added(group, actorId, userIds);
                    return added.isEmpty() ? null : PendingChange.members(added, List.of());
                }));
    }

    private List<String> added(Conversation group, String actorId, Collection<String> userIds) {
        requireAdmin(group, actorId);
        return added(group, userIds);
    }

    private List<String> added(Conversation group, Collection<String> userIds) {
        var added = new LinkedHashSet<>(userIds);
        added.removeAll(group.memberIds());
        if (group.memberIds().size() + added.size() > limits.maxMembers()) {
            throw ApiException.unprocessable(
                    ErrorCode.TOO_MANY_MEMBERS, "A conversation has at most " + limits.maxMembers() + " members.");
        }
        return List.copyOf(added);
    }

    /**
     * Adds a user on the user's own behalf, who was invited; whether by one who may is the caller's to check. Changes nothing
     * for a member.
     */
    public Uni<Conversation> join(String conversationId, String userId) {
        return change(
                () -> memberships.find(conversationId).onItem().ifNull().failWith(ConversationAccess::unknown),
                userId,
                group -> {
                    requireGroup(group);
                    var added = added(group, List.of(userId));
                    return added.isEmpty() ? null : PendingChange.members(added, List.of());
                });
    }

    /** Removes a member; one who removes itself leaves. Changes nothing when the user is no member. */
    Uni<Void> remove(String conversationId, String actorId, String userId) {
        if (actorId.equals(userId)) {
            return leave(conversationId, userId);
        }
        return change(conversationId, actorId, group -> {
                    requireAdmin(group, actorId);
                    if (group.roleOf(userId) == Role.OWNER) {
                        throw ownerStays(ApiException::forbidden);
                    }
                    return group.memberIds().contains(userId)
                            ? PendingChange.members(List.of(), List.of(userId))
                            : null;
                })
                .replaceWithVoid();
    }

    /**
     * In two changes for an owner who leaves others behind: a group is never without an owner. The last one takes the photo away
     * first, which nothing refers to any more after that.
     */
    private Uni<Void> leave(String conversationId, String userId) {
        return change(conversationId, userId, group -> {
                    requireGroup(group);
                    var heir = group.roleOf(userId) == Role.OWNER ? group.heirOf(userId) : null;
                    return heir == null ? null : PendingChange.role(heir, Role.OWNER);
                })
                .call(group -> {
                    var photo = group.avatar();
                    return photo == null || group.memberIds().size() > 1
                            ? Uni.createFrom().voidItem()
                            : avatar.erase(conversationId, photo);
                })
                .chain(() -> change(conversationId, userId, group -> {
                    if (group.roleOf(userId) == Role.OWNER && group.heirOf(userId) != null) {
                        throw new Outdated();
                    }
                    return PendingChange.members(List.of(), List.of(userId));
                }))
                .replaceWithVoid();
    }

    Uni<Void> setRole(String conversationId, String actorId, String userId, Role role) {
        return change(conversationId, actorId, group -> {
                    requireGroup(group);
                    if (group.roleOf(actorId) != Role.OWNER) {
                        throw ApiException.forbidden(
                                ErrorCode.NOT_THE_OWNER, "Only the owner of the group may do this.");
                    }
                    if (!group.memberIds().contains(userId)) {
                        throw ApiException.notFound(
                                ErrorCode.MEMBER_NOT_FOUND, "The user is not a member of the group.");
                    }
                    if (group.roleOf(userId) == role) {
                        return null;
                    }
                    if (actorId.equals(userId)) {
                        throw ownerStays(ApiException::unprocessable);
                    }
                    return PendingChange.role(userId, role);
                })
                .replaceWithVoid();
    }

    private interface Status {
        ApiException of(ErrorCode code, String detail);
    }

    private static ApiException ownerStays(Status status) {
        return status.of(ErrorCode.OWNER_STAYS, "A group has an owner. Make another member the owner first.");
    }

    private static void requireGroup(Conversation conversation) {
        if (!conversation.isGroup()) {
            throw ApiException.unprocessable(
                    ErrorCode.NOT_A_GROUP, "The conversation is direct: its members and title cannot be changed.");
        }
    }

    static void requireAdmin(Conversation conversation, String userId) {
        requireGroup(conversation);
        if (conversation.roleOf(userId) == Role.MEMBER) {
            throw ApiException.forbidden(ErrorCode.NOT_AN_ADMIN, "Only admins and the owner of the group may do this.");
        }
    }

    private Uni<Conversation> change(String conversationId, String actorId, Decision decision) {
        return change(() -> access.open(conversationId, actorId), actorId, decision);
    }

    private Uni<Conversation> change(Supplier<Uni<Conversation>> open, String actorId, Decision decision) {
        return Uni.createFrom()
                .deferred(() -> open.get())
                .chain(before -> {
                    var change = decision.of(before);
                    return change == null ? Uni.createFrom().item(before) : commit(before, actorId, change);
                })
                .onFailure(Outdated.class)
                .retry()
                .atMost(MAX_ATTEMPTS)
                .onFailure(Outdated.class)
                .transform(outdated -> ApiException.unavailable(
                        ErrorCode.CONVERSATION_BUSY,
                        "The group is being changed by others. Try again shortly.",
                        RETRY_AFTER));
    }

    private Uni<Conversation> commit(Conversation before, String actorId, GroupChange change) {
        var pending = new PendingChange(new IdempotencyKey(before.id(), actorId, ids.next()), change, before.changes());
        return groupChanges
                .announce(before)
                .chain(announced -> {
                    if (!announced) {
                        throw new Outdated();
                    }
                    return log.append(pending, this::publish);
                })
                .chain(appended -> groupChanges.apply(before, ((GroupChanged) appended.entry()).change()))
                .call(after -> introduce(after, change.added()));
    }

    /** To all members after it; those who are none any more get {@code left}, and nothing behind it. */
    private void publish(Entry entry, List<String> memberIds) {
        var change = ((GroupChanged) entry).change();
        var members = new LinkedHashSet<>(memberIds);
        members.addAll(change.added());
        change.removed().forEach(members::remove);
        delivery.deliver(members, new EntryFrame(entry.conversationId(), entry, null));
        if (!change.removed().isEmpty()) {
            delivery.deliver(change.removed(), new LeftFrame(entry.conversationId(), entry.seq()));
        }
    }

    /** They are members now, whether or not it can be shown to them. */
    private Uni<Void> introduce(Conversation after, List<String> added) {
        var newIds = new ArrayList<>(added);
        newIds.retainAll(after.memberIds());
        return newIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : startConversation
                        .introduce(after, newIds)
                        .onFailure()
                        .invoke(failure -> {
                            Log.warnf("New members of a group have to fetch it: %s", failure);
                            delivery.deliver(newIds, new ResyncFrame());
                        })
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }
}

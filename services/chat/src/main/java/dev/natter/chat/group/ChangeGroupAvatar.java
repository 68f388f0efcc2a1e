package dev.natter.chat.group;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.ConversationView.ConversationFrame;
import dev.natter.chat.conversation.ConversationViews;
import dev.natter.chat.conversation.GroupChanges;
import dev.natter.chat.conversation.Presence;
import dev.natter.chat.delivery.Delivery;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.storage.PresignedUrl;
import dev.natter.storage.avatar.AvatarConfig;
import dev.natter.storage.avatar.AvatarStore;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Sets and removes the photo of a group, for its admins. Not an entry of the log: each member who is online gets a {@code
 * conversation} frame, others see it when they fetch the conversation.
 */
@ApplicationScoped
class ChangeGroupAvatar {

    /** Each time another change of the same photo came first. */
    private static final int MAX_ATTEMPTS = 5;
    /** Members whose view of the group is made at the same time. */
    private static final int MAX_CONCURRENCY = 4;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConversationAccess access;
    private final GroupChanges groupChanges;
    private final ConversationViews views;
    private final Presence presence;
    private final AvatarStore store;
    private final Delivery delivery;
    private final RateLimits limits;
    private final List<Rate> rates;

    ChangeGroupAvatar(
            ConversationAccess access,
            GroupChanges groupChanges,
            ConversationViews views,
            Presence presence,
            AvatarStore store,
            Delivery delivery,
            RateLimits limits,
            AvatarConfig config) {
        this.access = access;
        this.groupChanges = groupChanges;
        this.views = views;
        this.presence = presence;
        this.store = store;
        this.delivery = delivery;
        this.limits = limits;
        this.rates = List.of(new Rate(config.changesPerHour(), Duration.ofHours(1)));
    }

    /**
     * Sets what the upload stores below a prefix, and gives the version of, as the photo; nothing is uploaded for a caller who
     * may not. The photo before is deleted after the new one is recorded.
     */
    Uni<ConversationView> set(String conversationId, String actorId, Function<String, Uni<String>> upload) {
        var prefix = prefix(conversationId);
        return open(conversationId, actorId)
                .call(() -> limits.acquire(RateLimit.AVATAR, actorId, rates))
                .chain(() -> upload.apply(prefix))
                .chain(version -> record(conversationId, actorId, version, MAX_ATTEMPTS)
                        .onFailure()
                        .call(() -> discard(prefix, version)))
                .call(before -> store.deleteReplaced(prefix, before.avatar()))
                .chain(() -> publish(conversationId, actorId));
    }

    /** Removes the photo. It is deleted first: should that fail, a repetition deletes it. */
    Uni<ConversationView> remove(String conversationId, String actorId) {
        return open(conversationId, actorId)
                .call(() -> limits.acquire(RateLimit.AVATAR, actorId, rates))
                .chain(before -> before.avatar() == null
                        ? view(before, actorId)
                        : erase(conversationId, before.avatar()).chain(() -> publish(conversationId, actorId)));
    }

    /** Deletes this version of the photo, and shows it to no one. Safe to repeat. */
    Uni<Void> erase(String conversationId, String version) {
        return store.delete(prefix(conversationId), version)
                // One that was set meanwhile stays.
                .chain(() -> groupChanges.changeAvatar(conversationId, version, null))
                .replaceWithVoid();
    }

    /** A URL of the photo, for members. */
    Uni<PresignedUrl> url(String conversationId, String userId) {
        return access.open(conversationId, userId).chain(conversation -> {
            if (conversation.avatar() == null) {
                throw AvatarStore.unknown();
            }
            return store.url(prefix(conversationId), conversation.avatar());
        });
    }

    private static String prefix(String conversationId) {
        return "group-avatars/" + conversationId + "/";
    }

    private Uni<Conversation> open(String conversationId, String actorId) {
        return access.open(conversationId, actorId).invoke(group -> ChangeGroup.requireAdmin(group, actorId));
    }

    /** The group as it was before. */
    private Uni<Conversation> record(String conversationId, String actorId, String version, int attempts) {
        return open(conversationId, actorId)
                .chain(before -> groupChanges
                        .changeAvatar(conversationId, before.avatar(), version)
                        .chain(changed -> {
                            if (changed) {
                                return Uni.createFrom().item(before);
                            }
                            return attempts == 1
                                    ? Uni.createFrom().failure(ChangeGroupAvatar::busy)
                                    : record(conversationId, actorId, version, attempts - 1);
                        }));
    }

    /** An object that no group has. */
    private Uni<Void> discard(String prefix, String version) {
        return store.delete(prefix, version)
                .onFailure()
                .invoke(failure -> Log.debugf("left for the next change: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** To all members who are online, as each sees it; the result is how the caller sees it. */
    private Uni<ConversationView> publish(String conversationId, String actorId) {
        return access.open(conversationId, actorId)
                .chain(group -> presence.of(group.memberIds())
                        .onItem()
                        .transformToMulti(seen -> Multi.createFrom()
                                .iterable(group.memberIds())
                                .filter(userId -> seen.getOrDefault(userId, Presence.Seen.NEVER)
                                        .online()))
                        .onItem()
                        .transformToUni(userId -> view(group, userId).map(view -> Tuple2.of(userId, view)))
                        .merge(MAX_CONCURRENCY)
                        .invoke(each ->
                                delivery.deliver(List.of(each.getItem1()), new ConversationFrame(each.getItem2())))
                        .onItem()
                        .ignoreAsUni()
                        .chain(() -> view(group, actorId)));
    }

    private Uni<ConversationView> view(Conversation group, String userId) {
        return views.of(List.of(group), userId).map(shown -> shown.get(0));
    }

    private static ApiException busy() {
        return ApiException.unavailable(
                ErrorCode.CONVERSATION_BUSY, "The photo is being changed by others. Try again shortly.", RETRY_AFTER);
    }
}

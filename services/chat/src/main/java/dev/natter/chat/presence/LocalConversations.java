package dev.natter.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The conversations of the users who are connected to this replica, each with those users alone, however large it is. */
@ApplicationScoped
class LocalConversations {

    /** Of a user in more conversations, so many are watched. */
    static final int MAX_CONVERSATIONS = 5_000;

    private static final class LocalUser {
        private Set<String> conversationIds = new HashSet<>(0);
        /** Whether the conversations are known, rather than being loaded for the first time. */
        private boolean isLoaded;
        /** Whether conversations are being loaded, and have not changed since. */
        private boolean isLoading = true;
    }

    private final Map<String, LocalUser> users = new HashMap<>();
    private final Map<String, Set<String>> present = new HashMap<>();

    /** Notes that this user is connected; false when that is known. The conversations are still to be loaded. */
    synchronized boolean begin(String userId) {
        return users.putIfAbsent(userId, new LocalUser()) == null;
    }

    /** The conversations of this user are about to be loaded again. */
    synchronized void changing(String userId) {
        var user = users.get(userId);
        if (user != null) {
            user.isLoading = true;
        }
    }

    /** These are all conversations of a connected user; false when they have changed while they were loaded. */
    synchronized boolean replace(String userId, Collection<String> conversationIds) {
        var user = users.get(userId);
        if (user == null) {
            return true;
        }
        var unchanged = user.isLoading;
        user.isLoading = false;
        user.isLoaded = true;
        user.conversationIds.forEach(id -> remove(id, userId));
        user.conversationIds = new HashSet<>();
        conversationIds.stream().limit(MAX_CONVERSATIONS).forEach(id -> add(user, id, userId));
        return unchanged;
    }

    /** Members have joined or left a conversation. */
    synchronized void membersChanged(String conversationId, Collection<String> added, Collection<String> removed) {
        for (var userId : removed) {
            var user = users.get(userId);
            if (user != null) {
                user.isLoading = false;
                user.conversationIds.remove(conversationId);
                remove(conversationId, userId);
            }
        }
        for (var userId : added) {
            var user = users.get(userId);
            if (user != null) {
                user.isLoading = false;
                if (user.conversationIds.size() < MAX_CONVERSATIONS) {
                    add(user, conversationId, userId);
                }
            }
        }
    }

    private void add(LocalUser user, String conversationId, String userId) {
        user.conversationIds.add(conversationId);
        present.computeIfAbsent(conversationId, id -> new HashSet<>(2)).add(userId);
    }

    private void remove(String conversationId, String userId) {
        present.computeIfPresent(conversationId, (id, all) -> {
            all.remove(userId);
            return all.isEmpty() ? null : all;
        });
    }

    /** The user is gone from this replica, if that is still so. */
    synchronized void leave(String userId, BooleanSupplier isGone) {
        if (isGone.getAsBoolean()) {
            var user = users.remove(userId);
            if (user != null) {
                user.conversationIds.forEach(id -> remove(id, userId));
            }
        }
    }

    /** The users who are connected to this replica and are in one of these conversations. */
    synchronized Set<String> presentIn(Collection<String> conversationIds) {
        var all = new HashSet<String>();
        conversationIds.forEach(id -> all.addAll(present.getOrDefault(id, Set.of())));
        return all;
    }

    /** The conversations of this user; null when the user is not connected to this replica, or they are not loaded. */
    synchronized @Nullable Collection<String> of(String userId) {
        var user = users.get(userId);
        return user == null || !user.isLoaded ? null : List.copyOf(user.conversationIds);
    }

    synchronized List<String> users() {
        return new ArrayList<>(users.keySet());
    }

    synchronized int size() {
        return present.values().stream().mapToInt(Set::size).sum();
    }
}

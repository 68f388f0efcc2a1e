package dev.natter.chat.online;

import dev.natter.chat.conversation.Rosters;
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

/**
 * The conversations of the people who are connected to this replica, each kept once however many of its members are: a
 * group of a thousand costs a thousand entries. What comes and goes with a person costs his conversations; what comes and
 * goes with the first and the last person of a conversation costs its members.
 */
@ApplicationScoped
class Rooms implements Rosters {

    private final Map<String, Room> rooms = new HashMap<>();
    private final Map<String, Set<Room>> byMember = new HashMap<>();
    private final Set<String> here = new HashSet<>();

    /** Notes that this user is connected; false when that is known. His rooms are still to be entered. */
    synchronized boolean begin(String userId) {
        return here.add(userId);
    }

    /** Those of the rooms that are not kept here. */
    synchronized Set<String> missing(Collection<String> roomIds) {
        var missing = new HashSet<>(roomIds);
        missing.removeAll(rooms.keySet());
        return missing;
    }

    /** Enters a connected user into his rooms; false when some are neither kept here nor in {@code loaded}. */
    synchronized boolean enter(String userId, Collection<String> roomIds, Map<String, List<String>> loaded) {
        var complete = true;
        if (here.contains(userId)) {
            for (var roomId : roomIds) {
                var members = loaded.get(roomId);
                var room = members == null ? rooms.get(roomId) : kept(roomId, members);
                if (room == null) {
                    complete = false;
                } else {
                    room.present().add(userId);
                }
            }
        }
        return complete;
    }

    /** A conversation is new: those of its members who are connected are in it. */
    synchronized void met(String roomId, Collection<String> members) {
        var present = members.stream().filter(here::contains).toList();
        if (!present.isEmpty()) {
            kept(roomId, List.copyOf(members)).present().addAll(present);
        }
    }

    private Room kept(String roomId, List<String> members) {
        var known = rooms.get(roomId);
        if (known != null) {
            return known;
        }
        var room = new Room(roomId, members);
        rooms.put(roomId, room);
        members.forEach(member ->
                byMember.computeIfAbsent(member, id -> new HashSet<>(2)).add(room));
        return room;
    }

    /** The user is gone from this replica, if that is still so. */
    synchronized void leave(String userId, BooleanSupplier isGone) {
        if (!isGone.getAsBoolean() || !here.remove(userId)) {
            return;
        }
        for (var room : List.copyOf(byMember.getOrDefault(userId, Set.of()))) {
            room.present().remove(userId);
            if (room.present().isEmpty()) {
                forget(room);
            }
        }
    }

    private void forget(Room room) {
        rooms.remove(room.id());
        for (var member : room.members()) {
            byMember.computeIfPresent(member, (id, all) -> {
                all.remove(room);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** Those who are connected to this replica and share a conversation with this user; not the user. */
    synchronized Set<String> acquaintancesOf(String userId) {
        var acquaintances = new HashSet<String>();
        byMember.getOrDefault(userId, Set.of()).forEach(room -> acquaintances.addAll(room.present()));
        acquaintances.remove(userId);
        return acquaintances;
    }

    @Override
    public synchronized @Nullable List<String> membersFor(String conversationId, String memberId) {
        var room = rooms.get(conversationId);
        return room != null && byMember.getOrDefault(memberId, Set.of()).contains(room) ? room.members() : null;
    }

    /** Everybody who is connected to this replica. */
    synchronized List<String> everybodyHere() {
        return new ArrayList<>(here);
    }

    /** How many conversations are kept. */
    synchronized int size() {
        return rooms.size();
    }
}

package dev.natter.chat.online;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A conversation that somebody connected to this replica is in. Not thread-safe; {@link Rooms} guards it. */
final class Room {

    private final String id;
    private final List<String> members;
    private final Set<String> present = new HashSet<>(2);

    Room(String id, List<String> members) {
        this.id = id;
        this.members = members;
    }

    String id() {
        return id;
    }

    List<String> members() {
        return members;
    }

    /** Those of the members who are connected to this replica. */
    Set<String> present() {
        return present;
    }
}

package dev.natter.chat.cluster;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A connection, what has come to it, and what its user sees of others. */
final class Client {

    final String userId;
    final String connectionId;
    final Set<Integer> received = new HashSet<>();
    /** When the client had everything that was stored before: it was ready, or got a resync. */
    int completeAt = -1;

    boolean isReady;
    boolean isClosed;
    int resyncs;
    int repeated;
    final Map<String, Boolean> online = new HashMap<>();
    /** When a frame of each user came, so that a fetch that began before does not undo it. */
    private final Map<String, Integer> presenceAt = new HashMap<>();

    private int seen;

    Client(String userId, String connectionId) {
        this.userId = userId;
        this.connectionId = connectionId;
    }

    /** Takes the new frames; true when one of them asks to fetch. */
    boolean take(List<String> frames, int step) {
        var fetch = false;
        for (var frame : frames.subList(Math.min(seen, frames.size()), frames.size())) {
            var json = new JsonObject(frame);
            switch (json.getString("type")) {
                case "note" -> {
                    if (!received.add(json.getInteger("number"))) {
                        repeated++;
                    }
                }
                case "resync" -> {
                    completeAt = step;
                    resyncs++;
                    fetch = true;
                }
                case "presence" -> {
                    online.put(json.getString("userId"), json.getBoolean("online"));
                    presenceAt.put(json.getString("userId"), step);
                }
                default -> throw new IllegalStateException(frame);
            }
        }
        seen = frames.size();
        return fetch;
    }

    /** The answer to a fetch that began at that step. */
    void fetched(Map<String, Boolean> presence, int began) {
        presence.forEach((user, is) -> {
            if (presenceAt.getOrDefault(user, -1) <= began) {
                online.put(user, is);
            }
        });
    }

    @Override
    public String toString() {
        return connectionId + " of " + userId;
    }
}

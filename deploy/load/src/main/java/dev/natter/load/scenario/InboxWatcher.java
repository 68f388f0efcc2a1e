package dev.natter.load.scenario;

import dev.natter.load.client.Api;
import dev.natter.load.client.HttpReply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks into the inbox again and again, because it keeps the latest mails only, and remembers who got one. */
final class InboxWatcher implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final Set<String> addresses = ConcurrentHashMap.newKeySet();
    private final Api api;
    private final Vertx vertx;
    private final String mark;
    private final long timer;
    private volatile boolean looking;

    /** @param mark that all addresses of interest have */
    InboxWatcher(Api api, Vertx vertx, String mark) {
        this.api = api;
        this.vertx = vertx;
        this.mark = mark;
        this.timer = vertx.setPeriodic(BETWEEN_LOOKS_MILLIS, tick -> look());
    }

    private void look() {
        if (!looking) {
            looking = true;
            api.call("GET", "/api/v1/messages?limit=1000", null, null)
                    .onSuccess(this::take)
                    .onComplete(end -> looking = false);
        }
    }

    private void take(HttpReply answer) {
        for (var each : answer.json(200).getJsonArray("messages")) {
            for (var to : ((JsonObject) each).getJsonArray("To")) {
                var address = ((JsonObject) to).getString("Address");
                if (address.contains(mark)) {
                    addresses.add(address);
                }
            }
        }
    }

    /** Addresses that got a mail so far. */
    int count() {
        return addresses.size();
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}

package dev.natter.load.client;

import io.vertx.core.json.JsonObject;

/** What came back. */
public record HttpReply(int status, String body) {

    /** Its body, when it has one of these statuses. */
    public JsonObject json(int... expected) {
        for (var each : expected) {
            if (each == status) {
                return new JsonObject(body);
            }
        }
        throw new IllegalStateException("answered " + status + ": " + body);
    }
}

package dev.natter.faults.client;

import io.vertx.core.json.JsonObject;

/** An answer over HTTP; status 0 when there was none. */
public record Answer(int status, String contentType, String retryAfter, String setCookie, String body) {

    static Answer none(Throwable failure) {
        return new Answer(0, "", "", "", String.valueOf(failure.getMessage()));
    }

    JsonObject json() {
        return new JsonObject(body);
    }

    /** Refused as the contract has it: with a problem, and with the time to wait for. */
    boolean isCleanRefusal() {
        return status == 503 && contentType.startsWith("application/problem+json") && !retryAfter.isEmpty();
    }
}

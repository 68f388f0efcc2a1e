package dev.natter.faults.client;

import io.vertx.core.json.JsonObject;

/** An answer over HTTP; status 0 when there was none. */
public record HttpReply(int status, String contentType, String retryAfter, String setCookie, String body) {

    static HttpReply none(Throwable failure) {
        return new HttpReply(0, "", "", "", String.valueOf(failure.getMessage()));
    }

    JsonObject json() {
        return new JsonObject(body);
    }

    /** Refused as the contract has it: with a problem, and with the time to wait for. */
    boolean isCleanRefusal() {
        return status == 503 && contentType.startsWith("application/problem+json") && !retryAfter.isEmpty();
    }
}

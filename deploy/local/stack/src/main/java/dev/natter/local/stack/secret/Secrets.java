package dev.natter.local.stack.secret;

import io.vertx.core.json.JsonObject;

/**
 * The secrets of the services.
 *
 * @param signingKeys JWK set with the private key that signs access tokens
 * @param otpPepper base64 of the key of the hashes of one-time codes
 * @param internalToken what chat presents to the internal endpoint of user
 * @param rabbitPassword the password of the embedded broker's user
 */
public record Secrets(String signingKeys, String otpPepper, String internalToken, String rabbitPassword) {

    static Secrets from(JsonObject json) {
        return new Secrets(
                json.getJsonObject("signingKeys").encode(),
                json.getString("otpPepper"),
                json.getString("internalToken"),
                json.getString("rabbitPassword"));
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("signingKeys", new JsonObject(signingKeys))
                .put("otpPepper", otpPepper)
                .put("internalToken", internalToken)
                .put("rabbitPassword", rabbitPassword);
    }

    /** Omits everything: it must not reach a log. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}

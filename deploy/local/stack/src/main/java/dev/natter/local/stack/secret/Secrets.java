package dev.natter.local.stack.secret;

import io.vertx.core.json.JsonObject;

/**
 * What the services must be given and nobody else may know.
 *
 * @param signingKeys JWK set with the private key that signs access tokens
 * @param otpPepper base64 of the key under which one-time passwords are hashed
 * @param internalToken what chat shows to the internal endpoint of user
 * @param rabbitPassword the embedded message broker's one user's
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

    /** Tells nothing: this must not reach a log. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}

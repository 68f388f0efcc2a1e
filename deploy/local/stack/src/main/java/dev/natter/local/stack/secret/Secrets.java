package dev.natter.local.stack.secret;

import io.vertx.core.json.JsonObject;

/**
 * The secrets of the services.
 *
 * @param signingKeys JWK set with the private key that signs access tokens
 * @param otpPepper base64 of the key of the hashes of one-time codes
 * @param internalToken what chat presents to the internal endpoint of user
 * @param rabbitPassword the password of the embedded broker's user
 * @param pushPublicKey the VAPID key of push notifications: an uncompressed point of P-256, base64url
 * @param pushPrivateKey the private number of that key, base64url
 */
public record Secrets(
        String signingKeys,
        String otpPepper,
        String internalToken,
        String rabbitPassword,
        String pushPublicKey,
        String pushPrivateKey) {

    static Secrets from(JsonObject json) {
        return new Secrets(
                json.getJsonObject("signingKeys").encode(),
                json.getString("otpPepper"),
                json.getString("internalToken"),
                json.getString("rabbitPassword"),
                json.getString("pushPublicKey"),
                json.getString("pushPrivateKey"));
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("signingKeys", new JsonObject(signingKeys))
                .put("otpPepper", otpPepper)
                .put("internalToken", internalToken)
                .put("rabbitPassword", rabbitPassword)
                .put("pushPublicKey", pushPublicKey)
                .put("pushPrivateKey", pushPrivateKey);
    }

    /** Omits everything: it must not reach a log. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}

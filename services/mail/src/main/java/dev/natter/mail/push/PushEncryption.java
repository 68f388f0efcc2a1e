package dev.natter.mail.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a payload so that only the browser that subscribed can read it: RFC 8291 over the content coding {@code
 * aes128gcm} of RFC 8188, in one record. The well-known libraries bring BouncyCastle along, which the JDK makes needless.
 */
final class PushEncryption {

    /** Every push service takes 4,096 bytes in all (RFC 8030, 7.2): header 86, tag 16, delimiter 1. */
    static final int MAX_PAYLOAD = 4_096 - 86 - 16 - 1;

    static final int AUTH_BYTES = 16;
    static final int SALT_BYTES = 16;
    private static final int RECORD_SIZE = 4_096;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int SECRET_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushEncryption() {}

    /**
     * The body of a push request.
     *
     * @param receiver the browser's public key, {@code p256dh}
     * @param auth the browser's authentication secret, {@value #AUTH_BYTES} bytes
     * @param payload at most {@value #MAX_PAYLOAD} bytes
     */
    static byte[] encrypt(byte[] payload, ECPublicKey receiver, byte[] auth) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return encrypt(payload, receiver, auth, salt, P256.generate());
    }

    static byte[] encrypt(byte[] payload, ECPublicKey receiver, byte[] auth, byte[] salt, KeyPair sender) {
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("a payload has at most " + MAX_PAYLOAD + " bytes");
        }
        var senderKey = P256.encoded((ECPublicKey) sender.getPublic());
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(sender.getPrivate());
            agreement.doPhase(receiver, true);
            var secret = hkdf(
                    auth,
                    agreement.generateSecret(),
                    concat(ascii("WebPush: info\0"), P256.encoded(receiver), senderKey),
                    SECRET_BYTES);
            var key = hkdf(salt, secret, ascii("Content-Encoding: aes128gcm\0"), KEY_BYTES);
            var nonce = hkdf(salt, secret, ascii("Content-Encoding: nonce\0"), NONCE_BYTES);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return concat(
                    salt,
                    ByteBuffer.allocate(Integer.BYTES).putInt(RECORD_SIZE).array(),
                    new byte[] {P256.PUBLIC_BYTES},
                    senderKey,
                    cipher.doFinal(concat(payload, new byte[] {LAST_RECORD})));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has these algorithms", impossible);
        }
    }

    /** RFC 5869, for at most one block of SHA-256. */
    private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt, "HmacSHA256"));
        var extracted = mac.doFinal(secret);
        mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
        mac.update(info);
        return Arrays.copyOf(mac.doFinal(new byte[] {1}), length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

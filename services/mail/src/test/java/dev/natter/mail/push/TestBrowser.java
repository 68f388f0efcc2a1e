package dev.natter.mail.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser's side of RFC 8291: its keys, and how it decrypts what it gets. */
public final class TestBrowser {

    private final KeyPair keys = P256.generate();
    private final byte[] auth = new byte[16];

    public TestBrowser() {
        new SecureRandom().nextBytes(auth);
    }

    ECPublicKey publicKey() {
        return (ECPublicKey) keys.getPublic();
    }

    byte[] auth() {
        return auth.clone();
    }

    public String p256dh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(P256.encoded(publicKey()));
    }

    public String authText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(auth);
    }

    public String decrypt(byte[] body) {
        try {
            var in = ByteBuffer.wrap(body);
            var salt = take(in, 16);
            in.getInt();
            var sender = take(in, in.get());
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(keys.getPrivate());
            agreement.doPhase(P256.publicKey(sender), true);
            var secret = hmac(
                    hmac(auth, agreement.generateSecret()),
                    "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
                    P256.encoded(publicKey()),
                    sender,
                    new byte[] {1});
            var extracted = hmac(salt, secret);
            var key = hmac(extracted, "Content-Encoding: aes128gcm\0\1".getBytes(StandardCharsets.US_ASCII));
            var nonce = hmac(extracted, "Content-Encoding: nonce\0\1".getBytes(StandardCharsets.US_ASCII));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, 0, 16, "AES"), new GCMParameterSpec(128, nonce, 0, 12));
            var padded = cipher.doFinal(take(in, in.remaining()));
            var end = padded.length - 1;
            while (padded[end] == 0) {
                end--;
            }
            if (padded[end] != 2) {
                throw new IllegalStateException("the last record ends with 2");
            }
            return new String(Arrays.copyOf(padded, end), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] hmac(byte[] key, byte[]... data) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (var part : data) {
            mac.update(part);
        }
        return mac.doFinal();
    }
}

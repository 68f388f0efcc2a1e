package dev.natter.mail.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on the curve P-256 in the forms that Web Push uses: 65 bytes (SEC 1, uncompressed) and a private number of 32 bytes. */
final class P256 {

    static final int PUBLIC_BYTES = 65;
    static final int PRIVATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final String CURVE = "secp256r1";
    private static final ECParameterSpec PARAMETERS = parameters();

    private P256() {}

    private static ECParameterSpec parameters() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(CURVE));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    /** Refuses with {@link IllegalArgumentException} what is not a point of the curve: it would leak bits of our key. */
    static ECPublicKey publicKey(byte[] encoded) {
        if (encoded.length != PUBLIC_BYTES || encoded[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("must be 65 bytes, an uncompressed point");
        }
        var point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + PRIVATE_BYTES)),
                new BigInteger(1, Arrays.copyOfRange(encoded, 1 + PRIVATE_BYTES, PUBLIC_BYTES)));
        if (!isOnCurve(point)) {
            throw new IllegalArgumentException("must be a point of P-256");
        }
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, PARAMETERS));
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("must be a point of P-256", invalid);
        }
    }

    private static boolean isOnCurve(ECPoint point) {
        var curve = PARAMETERS.getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var x = point.getAffineX();
        var y = point.getAffineY();
        if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return false;
        }
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
        return y.multiply(y).mod(prime).equals(right);
    }

    /** Refuses with {@link IllegalArgumentException} what is no number between 1 and the order of the curve. */
    static PrivateKey privateKey(byte[] number) {
        var scalar = new BigInteger(1, number);
        if (number.length != PRIVATE_BYTES || scalar.signum() == 0 || scalar.compareTo(PARAMETERS.getOrder()) >= 0) {
            throw new IllegalArgumentException("must be a private key of P-256, 32 bytes");
        }
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, PARAMETERS));
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("must be a private key of P-256, 32 bytes", invalid);
        }
    }

    static byte[] encoded(ECPublicKey key) {
        var encoded = new byte[PUBLIC_BYTES];
        encoded[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), encoded, 1);
        put(key.getW().getAffineY(), encoded, 1 + PRIVATE_BYTES);
        return encoded;
    }

    /** Right-aligned in 32 bytes: a number may be shorter, or have a sign byte in front. */
    private static void put(BigInteger number, byte[] target, int from) {
        var bytes = number.toByteArray();
        var length = Math.min(bytes.length, PRIVATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, target, from + PRIVATE_BYTES - length, length);
    }
}

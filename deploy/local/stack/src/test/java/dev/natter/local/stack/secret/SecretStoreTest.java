package dev.natter.local.stack.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.local.stack.console.LaunchFailure;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    @TempDir
    Path directory;

    @Test
    void makesSecretsOnceAndKeepsThem() {
        var first = store().load();

        assertThat(store().load()).isEqualTo(first);
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        store().load();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyStackHasSecretsOfItsOwn() {
        var one = store().load();
        var other = new SecretStore(directory.resolve("other.json")).load();

        assertThat(other.signingKeys()).isNotEqualTo(one.signingKeys());
        assertThat(other.otpPepper()).isNotEqualTo(one.otpPepper());
        assertThat(other.internalToken()).isNotEqualTo(one.internalToken());
        assertThat(other.rabbitPassword()).isNotEqualTo(one.rabbitPassword());
    }

    @Test
    void theyAreAsLongAsTheServicesAsk() {
        var secrets = store().load();

        assertThat(Base64.getDecoder().decode(secrets.otpPepper())).hasSize(32);
        assertThat(secrets.internalToken()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(secrets).hasToString("Secrets[…]");
    }

    /** Often enough that a coordinate with a leading zero byte would come up one day if it were cut off. */
    @RepeatedTest(20)
    void theSigningKeySignsWhatItsPublicPartVerifies() throws Exception {
        var set = new JsonObject(
                new SecretStore(directory.resolve("any.json")).load().signingKeys());
        var key = set.getJsonArray("keys").getJsonObject(0);
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var parameters = curve.getParameterSpec(ECParameterSpec.class);
        var keys = KeyFactory.getInstance("EC");

        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.generatePrivate(new ECPrivateKeySpec(number(key, "d"), parameters)));
        signature.update("token".getBytes(StandardCharsets.UTF_8));
        var signed = signature.sign();
        signature.initVerify(
                keys.generatePublic(new ECPublicKeySpec(new ECPoint(number(key, "x"), number(key, "y")), parameters)));
        signature.update("token".getBytes(StandardCharsets.UTF_8));

        assertThat(signature.verify(signed)).isTrue();
        assertThat(key.getString("alg")).isEqualTo("ES256");
        assertThat(key.getString("kid")).isNotBlank();
    }

    @Test
    void reportsABrokenFileInsteadOfReplacingIt() throws Exception {
        Files.writeString(directory.resolve("secrets.json"), "{\"otpPepper\":");

        assertThatThrownBy(() -> store().load())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("secrets.json");
    }

    @Test
    void aFileFromBeforePushNotificationsGetsKeysForThem() throws Exception {
        var first = store().load();
        var file = directory.resolve("secrets.json");
        var older = new JsonObject(Files.readString(file));
        older.remove("pushPublicKey");
        older.remove("pushPrivateKey");
        Files.writeString(file, older.encode());

        var upgraded = store().load();

        assertThat(upgraded.otpPepper()).isEqualTo(first.otpPepper());
        assertThat(Base64.getUrlDecoder().decode(upgraded.pushPublicKey())).hasSize(65);
        assertThat(Base64.getUrlDecoder().decode(upgraded.pushPrivateKey())).hasSize(32);
        assertThat(store().load()).isEqualTo(upgraded);
    }

    private static BigInteger number(JsonObject key, String name) {
        var bytes = Base64.getUrlDecoder().decode(key.getString(name));
        assertThat(bytes).hasSize(32);
        return new BigInteger(1, bytes);
    }

    private SecretStore store() {
        return new SecretStore(directory.resolve("secrets.json"));
    }
}

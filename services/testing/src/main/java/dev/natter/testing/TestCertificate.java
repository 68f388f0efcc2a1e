package dev.natter.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate.
 *
 * @param context of a server that shows it
 * @param pem its public part
 */
public record TestCertificate(SSLContext context, Path pem) {

    private static final String PASSWORD = "natter";

    /** For localhost. */
    public static TestCertificate make(Path folder) {
        return make(folder, "dns:localhost");
    }

    /** For this host, written like {@code dns:localhost} or {@code ip:127.0.0.1}. */
    public static TestCertificate make(Path folder, String host) {
        var store = folder.resolve("store.p12");
        var pem = folder.resolve("certificate.pem");
        keytool("-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=test -ext san=" + host, store);
        keytool("-exportcert -alias server -rfc -file " + pem, store);
        try (var stored = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new TestCertificate(context, pem);
        } catch (GeneralSecurityException | IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void keytool(String arguments, Path store) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}

package dev.natter.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** The certificates that a process believes, in a file. */
public final class TrustStore {

    public static final String PASSWORD = "natter";

    private TrustStore() {}

    /** Trusts these certificates and no others. */
    public static Path of(TestCertificate... certificates) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var certificate : certificates) {
                try (var in = Files.newInputStream(certificate.pem())) {
                    store.setCertificateEntry(
                            certificate.pem().toString(),
                            CertificateFactory.getInstance("X.509").generateCertificate(in));
                }
            }
            var file = Files.createTempFile("natter-trusted", ".p12");
            try (var out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

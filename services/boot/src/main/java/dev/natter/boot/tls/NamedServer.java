package dev.natter.boot.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Accepts trusted certificates only for the host name or address of the connection. The JDK compares names if the
 * connection asks for it; this class asks for every connection.
 */
final class NamedServer extends X509ExtendedTrustManager {

    private static final String AS_FOR_HTTPS = "HTTPS";

    private final X509ExtendedTrustManager platform;

    private NamedServer(X509ExtendedTrustManager platform) {
        this.platform = platform;
    }

    /** Uses the trust store of this process. */
    static NamedServer trusted() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .map(NamedServer::new)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!(socket instanceof SSLSocket connection)) {
            throw unnamed();
        }
        connection.setSSLParameters(named(connection.getSSLParameters()));
        platform.checkServerTrusted(chain, type, connection);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
            throws CertificateException {
        if (engine == null) {
            throw unnamed();
        }
        engine.setSSLParameters(named(engine.getSSLParameters()));
        platform.checkServerTrusted(chain, type, engine);
    }

    private static SSLParameters named(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm(AS_FOR_HTTPS);
        return parameters;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw unnamed();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw unnamed();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw unnamed();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw unnamed();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }

    private static CertificateException unnamed() {
        return new CertificateException("the certificate is not that of the named server");
    }
}

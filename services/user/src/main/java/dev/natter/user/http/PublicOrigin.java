package dev.natter.user.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The public origin: scheme, host and port. It is the issuer of access tokens and the only origin that may send the
 * refresh cookie, and decides whether that cookie is {@code Secure}.
 */
@RegisterForReflection
public final class PublicOrigin {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String text;
    private final boolean secure;

    private PublicOrigin(String text, boolean secure) {
        this.text = text;
        this.secure = secure;
    }

    /** Parses a setting; rejects anything but an origin, and plain http except on localhost. */
    public static PublicOrigin of(String setting) {
        var uri = URI.create(setting.strip().toLowerCase(Locale.ROOT));
        var https = "https".equals(uri.getScheme());
        if (uri.getHost() == null || !(https || "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("must be an origin such as https://chat.example.com");
        }
        if (!uri.equals(URI.create(uri.getScheme() + "://" + uri.getRawAuthority())) || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must be scheme, host and port alone, without a slash at its end");
        }
        if (!https && !LOOPBACK.contains(uri.getHost())) {
            throw new IllegalArgumentException("must be https, or http on localhost");
        }
        return new PublicOrigin(uri.toString(), https);
    }

    /** Whether {@code origin} is that of our own web app. */
    public boolean is(String origin) {
        return text.equals(origin.toLowerCase(Locale.ROOT));
    }

    /** Whether browsers use TLS; false on plain-http localhost only. */
    public boolean secure() {
        return secure;
    }

    /** The format of the header {@code Origin}. */
    @Override
    public String toString() {
        return text;
    }
}

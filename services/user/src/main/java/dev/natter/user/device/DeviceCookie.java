package dev.natter.user.device;

import dev.natter.user.http.EdgeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The cookie with the {@link DeviceTokens} of a browser: one year, sign-in paths only, not readable by scripts. */
@ApplicationScoped
public class DeviceCookie {

    /** Its name. */
    public static final String NAME = "natter_device";

    static final Duration LIFETIME = Duration.ofDays(365);

    private static final String PATH = "/api/v1/auth";

    private final boolean secure;

    DeviceCookie(EdgeConfig edge) {
        this.secure = edge.publicOrigin().secure();
    }

    /** The value of {@code Set-Cookie} with the tokens. */
    public String holding(DeviceTokens tokens) {
        return NAME + "=" + tokens.text() + "; Path=" + PATH + "; Max-Age=" + LIFETIME.toSeconds()
                + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}

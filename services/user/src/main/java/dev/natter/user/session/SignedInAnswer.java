package dev.natter.user.session;

import dev.natter.user.device.DeviceCookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The response to a sign-in or refresh: the access token in the body, the refresh token in its cookie. */
@ApplicationScoped
public class SignedInAnswer {

    private final RefreshCookie cookie;
    private final DeviceCookie deviceCookie;

    SignedInAnswer(RefreshCookie cookie, DeviceCookie deviceCookie) {
        this.cookie = cookie;
        this.deviceCookie = deviceCookie;
    }

    /** 200, not cacheable. */
    public RestResponse<TokenView> of(SignedIn signedIn) {
        var answer = ResponseBuilder.ok(TokenView.of(signedIn))
                .header(HttpHeaders.SET_COOKIE, cookie.holding(signedIn.refreshToken()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!signedIn.deviceTokens().isEmpty()) {
            answer.header(HttpHeaders.SET_COOKIE, deviceCookie.holding(signedIn.deviceTokens()));
        }
        return answer.build();
    }
}

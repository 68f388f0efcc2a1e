package dev.natter.user.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How a door answers somebody who is signed in: the access token in the body, the refresh token in its cookie. */
@ApplicationScoped
public class SignedInAnswer {

    private final RefreshCookie cookie;

    SignedInAnswer(RefreshCookie cookie) {
        this.cookie = cookie;
    }

    /** 200, kept by no cache. */
    public RestResponse<TokenView> of(SignedIn signedIn) {
        return ResponseBuilder.ok(TokenView.of(signedIn))
                .header(HttpHeaders.SET_COOKIE, cookie.holding(signedIn.refreshToken()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

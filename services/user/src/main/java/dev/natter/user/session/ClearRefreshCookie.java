package dev.natter.user.session;

import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks endpoints that use the refresh cookie: an invalid or ended one is deleted in the browser. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface ClearRefreshCookie {

    /** Deletes the cookie in every response with 204 or 401. */
    @Provider
    @ClearRefreshCookie
    final class Filter implements ContainerResponseFilter {

        private final RefreshCookie cookie;

        Filter(RefreshCookie cookie) {
            this.cookie = cookie;
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatus() == 204 || response.getStatus() == 401) {
                response.getHeaders().putSingle(HttpHeaders.SET_COOKIE, cookie.cleared());
            }
        }
    }
}

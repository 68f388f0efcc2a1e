package dev.natter.user.session;

import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** On doors that take the refresh cookie: one that is not good, or not wanted any more, is taken back from the browser. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface ClearRefreshCookie {

    /** Clears the cookie in every answer that says 204 or 401. */
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

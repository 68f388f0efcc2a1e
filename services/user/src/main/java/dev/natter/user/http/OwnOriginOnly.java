package dev.natter.user.http;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import jakarta.inject.Provider;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks endpoints that read or set the refresh cookie: requests that a browser started on another site are refused.
 * SameSite=Strict keeps the cookie from such requests already; this also keeps a foreign page from signing a browser in
 * to another account. A request without {@code Origin} is not from a page and passes.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OwnOriginOnly {

    /** Checks the header {@code Origin}, if present. */
    @jakarta.ws.rs.ext.Provider
    @OwnOriginOnly
    final class Filter implements ContainerRequestFilter {

        private final Provider<EdgeConfig> config;

        /** Filters are created at build time, settings are known at run time. */
        Filter(Provider<EdgeConfig> config) {
            this.config = config;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            var origin = request.getHeaderString("Origin");
            if (origin != null && !config.get().publicOrigin().is(origin)) {
                throw ApiException.forbidden(
                        ErrorCode.FOREIGN_ORIGIN,
                        "Only the app's own pages may call this. Open the app at its own address.");
            }
        }
    }
}

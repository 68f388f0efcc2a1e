package dev.natter.user.http;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import jakarta.inject.Provider;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks internal endpoints: the caller must present the shared secret of the services. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InternalOnly {

    /** Checks the bearer token. */
    @jakarta.ws.rs.ext.Provider
    @InternalOnly
    final class Filter implements ContainerRequestFilter {

        private static final String SCHEME = "Bearer ";

        private final Provider<EdgeConfig> config;

        /** Filters are created at build time, settings are known at run time. */
        Filter(Provider<EdgeConfig> config) {
            this.config = config;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            var shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
            if (shown == null || !shown.startsWith(SCHEME) || !isOurs(shown.substring(SCHEME.length()))) {
                throw ApiException.unauthenticated(ErrorCode.UNAUTHORIZED, "Only internal services may call this.");
            }
        }

        private boolean isOurs(String token) {
            return config.get().internalToken().is(token);
        }
    }
}

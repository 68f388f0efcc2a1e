package dev.natter.user.http;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import jakarta.inject.Provider;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On doors that read or set the refresh cookie: a request that a browser started on another site is refused. SameSite=Strict
 * keeps the cookie from such a request already; this also keeps a stranger's page from signing a browser in as somebody else.
 * A request without {@code Origin} is not from a browser's page and passes.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OwnOriginOnly {

    /** Compares the header {@code Origin}, where there is one, with the public origin. */
    @jakarta.ws.rs.ext.Provider
    @OwnOriginOnly
    final class Filter implements ContainerRequestFilter {

        private final Provider<EdgeConfig> config;

        /** Filters are made when the service is built, settings are known when it starts. */
        Filter(Provider<EdgeConfig> config) {
            this.config = config;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            var origin = request.getHeaderString("Origin");
            if (origin != null && !config.get().publicOrigin().is(origin)) {
                throw Refusal.forbidden(ErrorCode.FOREIGN_ORIGIN, "This may be asked from Natter's own pages only.");
            }
        }
    }
}

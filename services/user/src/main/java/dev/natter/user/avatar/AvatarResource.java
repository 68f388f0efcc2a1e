package dev.natter.user.avatar;

import dev.natter.storage.PresignedUrl;
import dev.natter.storage.avatar.AvatarAnswer;
import dev.natter.storage.avatar.AvatarConfig;
import dev.natter.storage.avatar.AvatarStore;
import dev.natter.user.account.Accounts;
import dev.natter.user.http.ApiDocument;
import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The photos of users. */
@Authenticated
@Path("/api/v1/users/{id}/avatar")
@Tag(name = "users")
class AvatarResource {

    private final Accounts accounts;
    private final AvatarStore store;
    private final AvatarConfig config;
    private final CurrentUser currentUser;

    AvatarResource(Accounts accounts, AvatarStore store, AvatarConfig config, CurrentUser currentUser) {
        this.accounts = accounts;
        this.store = store;
        this.config = config;
        this.currentUser = currentUser;
    }

    /** The photo of a user, but for those whom the user has blocked. */
    @GET
    @Operation(
            operationId = "getAvatar",
            summary = "Gets the URL of a user's photo",
            description =
                    "For signed-in users whom this user has not blocked. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. The answer may be kept for half of its life. `avatar_not_found`: no photo, no such user, or the caller may not see it.")
    @APIResponseSchema(
            value = PresignedUrl.class,
            responseCode = "200",
            responseDescription = "The URL, when `application/json` is accepted")
    @APIResponse(responseCode = "302", description = "Redirect to the photo")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<RestResponse<PresignedUrl>> get(
            @RestPath String id,
            @Parameter(description = "The version in `avatar.url`, for caches; always answered with the present photo")
                    @RestQuery
                    @Nullable String v,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept) {
        return accounts.get(id)
                .chain(found -> found.filter(account -> !account.hasBlocked(currentUser.id()))
                        .map(account -> account.avatar())
                        .map(version -> store.url(AvatarStore.ofUser(id), version))
                        .orElseThrow(AvatarStore::unknown))
                .map(url -> AvatarAnswer.of(url, config, accept));
    }
}

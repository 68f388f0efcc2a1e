package dev.natter.user.account;

import dev.natter.user.http.ApiDocument;
import dev.natter.user.http.InternalOnly;
import dev.natter.user.http.PageLimit;
import dev.natter.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Profiles for other services. Not reachable at the public origin. */
@Path("/internal/v1/profiles")
@PermitAll
@InternalOnly
@Tag(name = "internal")
class ProfileResource {

    private final ListProfiles listProfiles;
    private final MissedMailAddress missedMail;

    ProfileResource(ListProfiles listProfiles, MissedMailAddress missedMail) {
        this.listProfiles = listProfiles;
        this.missedMail = missedMail;
    }

    /** The profiles with the requested ids, or one page of all. */
    @GET
    @Operation(operationId = "listProfiles", summary = "Profiles by id, or all of them page by page")
    @APIResponse(responseCode = "200", description = "Ordered by id")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Page<ProfileView>> list(
            @Parameter(description = "At most 100 ids, separated by commas; unknown ids are left out")
                    @RestQuery
                    @Nullable String ids,
            @RestQuery @Nullable String after,
            @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100"))
                    @RestQuery
                    @Nullable String limit) {
        var profiles = ids == null ? listProfiles.handle(after, PageLimit.of(limit)) : listProfiles.handle(ids);
        return profiles.map(page -> page.map(account -> ProfileView.of(account, missedMail.of(account))));
    }
}

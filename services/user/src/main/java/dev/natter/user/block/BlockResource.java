package dev.natter.user.block;

import dev.natter.user.account.UserView;
import dev.natter.user.http.ApiDocument;
import dev.natter.user.http.PageLimit;
import dev.natter.web.CurrentUser;
import dev.natter.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The users whom the caller has blocked. */
@Path("/api/v1/users/me/blocks")
@Authenticated
@Tag(name = "blocks")
class BlockResource {

    private final ListBlocks listBlocks;
    private final ChangeBlocks changeBlocks;
    private final CurrentUser currentUser;

    BlockResource(ListBlocks listBlocks, ChangeBlocks changeBlocks, CurrentUser currentUser) {
        this.listBlocks = listBlocks;
        this.changeBlocks = changeBlocks;
        this.currentUser = currentUser;
    }

    /** The last blocked first. */
    @GET
    @Operation(operationId = "listBlocks", summary = "Lists the users whom the caller has blocked, the last one first")
    @APIResponse(responseCode = "200", description = "At most 500 over all pages")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Page<UserView>> list(
            @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100"))
                    @RestQuery
                    @Nullable String limit,
            @Parameter(description = "`next` of the previous page") @RestQuery @Nullable String after) {
        return listBlocks.handle(currentUser.id(), after, PageLimit.of(limit)).map(page -> page.map(UserView::of));
    }

    /** Blocks a user. */
    @PUT
    @Path("/{userId}")
    @Operation(
            operationId = "blockUser",
            summary = "Blocks a user",
            description =
                    "The user no longer finds the caller, sees the caller offline without receipts and typing, and cannot make a group with the caller. Safe to repeat.")
    @APIResponse(responseCode = "204", description = "The user is blocked")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    @APIResponse(responseCode = "422", ref = ApiDocument.UNPROCESSABLE)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Void> block(@RestPath String userId) {
        return changeBlocks.block(currentUser.id(), userId);
    }

    /** Unblocks a user. */
    @DELETE
    @Path("/{userId}")
    @Operation(operationId = "unblockUser", summary = "Unblocks a user")
    @APIResponse(responseCode = "204", description = "The user is not blocked, or does not exist")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Void> unblock(@RestPath String userId) {
        return changeBlocks.unblock(currentUser.id(), userId);
    }
}

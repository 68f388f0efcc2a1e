package dev.natter.user.deletion;

import dev.natter.user.http.ApiDocument;
import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deletion of the caller's account. */
@Path("/api/v1/users/me")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "users")
class DeletionResource {

    private final DeleteAccount deleteAccount;
    private final CurrentUser currentUser;

    DeletionResource(DeleteAccount deleteAccount, CurrentUser currentUser) {
        this.deleteAccount = deleteAccount;
        this.currentUser = currentUser;
    }

    /** Deletes the account. */
    @DELETE
    @Operation(
            operationId = "deleteMe",
            summary = "Deletes the caller's account",
            description =
                    "Takes a code that `POST /api/v1/auth/otp` has mailed to the caller's address. All sessions end; address, name and search entry are erased at once. Messages stay, with the sender `Deleted account`. Signing in again makes a new account.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeletionRequest.class)))
    @APIResponse(responseCode = "204", description = "The account is deleted")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Void> delete(@NotNull @Valid DeletionRequest request) {
        return deleteAccount.handle(currentUser.id(), request.challengeId(), request.code());
    }
}

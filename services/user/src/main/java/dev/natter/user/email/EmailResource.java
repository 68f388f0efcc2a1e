package dev.natter.user.email;

import dev.natter.user.account.EmailAddress;
import dev.natter.user.account.MeView;
import dev.natter.user.http.ApiDocument;
import dev.natter.user.otp.VerifyRequest;
import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's e-mail address. */
@Path("/api/v1/users/me/email")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "users")
class EmailResource {

    private final ChangeEmail changeEmail;
    private final CurrentUser currentUser;

    EmailResource(ChangeEmail changeEmail, CurrentUser currentUser) {
        this.changeEmail = changeEmail;
        this.currentUser = currentUser;
    }

    /** Changes the address. */
    @PUT
    @Operation(
            operationId = "changeEmail",
            summary = "Changes the caller's e-mail address",
            description =
                    "Takes a code that `POST /api/v1/auth/otp` has mailed to the new address. The former address gets a notice, and all other sessions end.")
    @APIResponse(responseCode = "200", description = "The caller")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "409", ref = ApiDocument.CONFLICT)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<MeView> change(@NotNull @Valid VerifyRequest request) {
        return changeEmail
                .handle(
                        currentUser.id(),
                        currentUser.sessionId(),
                        EmailAddress.of(request.email()),
                        request.challengeId(),
                        request.code())
                .map(MeView::of);
    }
}

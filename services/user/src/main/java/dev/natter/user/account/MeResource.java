package dev.natter.user.account;

import dev.natter.user.http.ApiDocument;
import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own account. */
@Authenticated
@Path("/api/v1/users/me")
@Tag(name = "users")
class MeResource {

    private final FindAccount findAccount;
    private final ChangeProfile changeProfile;
    private final CurrentUser currentUser;

    MeResource(FindAccount findAccount, ChangeProfile changeProfile, CurrentUser currentUser) {
        this.findAccount = findAccount;
        this.changeProfile = changeProfile;
        this.currentUser = currentUser;
    }

    /** The caller, with the e-mail address. */
    @GET
    @Operation(operationId = "getMe", summary = "The caller, with e-mail address")
    @APIResponse(responseCode = "200", description = "The caller")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<MeView> me() {
        return findAccount.handle(currentUser.id()).map(MeView::of);
    }

    /** Changes the caller's profile and settings. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeMe",
            summary = "Changes the caller's name, about and settings; others see name and about live")
    @APIResponse(responseCode = "200", description = "The caller")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<MeView> change(@NotNull ChangeProfileRequest request) {
        return changeProfile.handle(currentUser.id(), request.toChange()).map(MeView::of);
    }
}

package dev.natter.user.account;

import dev.natter.user.http.ApiDocument;
import dev.natter.user.http.PageLimit;
import dev.natter.web.CurrentUser;
import dev.natter.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** People, for people. */
@Authenticated
@Path("/api/v1/users")
@Tag(name = "users")
class UserResource {

    private final FindAccount findAccount;
    private final RenameAccount renameAccount;
    private final SearchPeople searchPeople;
    private final CurrentUser currentUser;

    UserResource(
            FindAccount findAccount, RenameAccount renameAccount, SearchPeople searchPeople, CurrentUser currentUser) {
        this.findAccount = findAccount;
        this.renameAccount = renameAccount;
        this.searchPeople = searchPeople;
        this.currentUser = currentUser;
    }

    /** The caller, with his address. */
    @GET
    @Path("/me")
    @Operation(operationId = "getMe", summary = "Oneself, with one's e-mail address")
    @APIResponse(responseCode = "200", description = "Oneself")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<MeView> me() {
        return findAccount.handle(currentUser.id()).map(MeView::of);
    }

    /** Gives the caller another name. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/me")
    @Operation(operationId = "renameMe", summary = "Takes another name; others see it at once")
    @APIResponse(responseCode = "200", description = "Oneself, renamed")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<MeView> rename(@NotNull RenameRequest request) {
        return renameAccount
                .handle(currentUser.id(), DisplayName.of(request.name()))
                .map(MeView::of);
    }

    /** People whose name has these words, or the one with that address. */
    @GET
    @Operation(operationId = "searchUsers", summary = "Finds others by the words of their name or by exact address")
    @APIResponse(responseCode = "200", description = "In the order of names; nobody for an empty query")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    public Uni<Page<UserView>> search(
            @Parameter(
                            description =
                                    "Words: each has to begin a word of the name, or stand in it where a script has no spaces."
                                            + " Without regard to case, accents and width. Or one e-mail address")
                    @RestQuery
                    @Nullable String query,
            @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100"))
                    @RestQuery
                    @Nullable String limit,
            @Parameter(description = "The cursor next of the page before") @RestQuery @Nullable String after) {
        return searchPeople
                .handle(currentUser.id(), query == null ? "" : query, NameCursor.of(after), PageLimit.of(limit))
                .map(page -> page.map(UserView::of));
    }

    /** Somebody. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getUser", summary = "Somebody")
    @APIResponse(responseCode = "200", description = "Somebody")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    public Uni<UserView> get(@RestPath String id) {
        return findAccount.handle(id).map(UserView::of);
    }
}

package dev.natter.user.account;

import dev.natter.user.http.ApiDocument;
import dev.natter.user.http.PageLimit;
import dev.natter.web.CurrentUser;
import dev.natter.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Users, for signed-in users. */
@Authenticated
@Path("/api/v1/users")
@Tag(name = "users")
class UserResource {

    private final FindAccount findAccount;
    private final SearchPeople searchPeople;
    private final CurrentUser currentUser;

    UserResource(FindAccount findAccount, SearchPeople searchPeople, CurrentUser currentUser) {
        this.findAccount = findAccount;
        this.searchPeople = searchPeople;
        this.currentUser = currentUser;
    }

    /** Users whose name matches these words, or the one with that address. */
    @GET
    @Operation(
            operationId = "searchUsers",
            summary = "Finds users by the words of their name or by exact e-mail address")
    @APIResponse(responseCode = "200", description = "Ordered by name; empty for an empty query")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    public Uni<Page<UserView>> search(
            @Parameter(
                            description =
                                    "Every word must be a prefix of a word of the name, or a substring for scripts without spaces; case, accents and width are ignored. Or one exact e-mail address")
                    @RestQuery
                    @Nullable String query,
            @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100"))
                    @RestQuery
                    @Nullable String limit,
            @Parameter(description = "`next` of the previous page") @RestQuery @Nullable String after) {
        return searchPeople
                .handle(currentUser.id(), query == null ? "" : query, NameCursor.of(after), PageLimit.of(limit))
                .map(page -> page.map(account -> UserView.of(account, currentUser.id())));
    }

    /** A user. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getUser", summary = "Gets a user")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    public Uni<UserView> get(@RestPath String id) {
        return findAccount.handle(id).map(account -> UserView.of(account, currentUser.id()));
    }
}

package dev.natter.user.session;

import dev.natter.user.http.ApiDocument;
import dev.natter.user.http.PageLimit;
import dev.natter.web.CurrentUser;
import dev.natter.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
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

/** The caller's sessions. */
@Path("/api/v1/auth/sessions")
@Authenticated
@Tag(name = "sessions")
class OwnSessionsResource {

    private final ListSessions listSessions;
    private final EndOwnSession endOwnSession;
    private final CurrentUser currentUser;

    OwnSessionsResource(ListSessions listSessions, EndOwnSession endOwnSession, CurrentUser currentUser) {
        this.listSessions = listSessions;
        this.endOwnSession = endOwnSession;
        this.currentUser = currentUser;
    }

    /** The caller's sessions that have not ended, latest first. */
    @GET
    @Operation(operationId = "listSessions", summary = "Lists the caller's sessions, latest first")
    @APIResponse(responseCode = "200", description = "Sessions that have not ended")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Page<SessionView>> list(
            @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100"))
                    @RestQuery
                    @Nullable String limit,
            @Parameter(description = "`next` of the previous page") @RestQuery @Nullable String after) {
        var current = currentUser.sessionId();
        return listSessions
                .handle(currentUser.id(), SessionCursor.of(after), PageLimit.of(limit))
                .map(page -> page.map(session -> SessionView.of(session, current)));
    }

    /** Ends one of the caller's sessions. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endSession", summary = "Ends one of the caller's sessions")
    @APIResponse(responseCode = "204", description = "The session has ended; no service accepts its tokens")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    @APIResponse(responseCode = "404", ref = ApiDocument.NOT_FOUND)
    public Uni<Void> end(@RestPath String id) {
        return endOwnSession.handle(currentUser.id(), id);
    }
}

package dev.natter.chat.export;

import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

@Tag(name = "Export")
@Authenticated
@Path("/api/v1/users/me/export")
class ExportResource {

    private static final String ZIP = "application/zip";

    private final ExportArchive archive;
    private final CurrentUser currentUser;

    ExportResource(ExportArchive archive, CurrentUser currentUser) {
        this.archive = archive;
        this.currentUser = currentUser;
    }

    @GET
    @Produces(ZIP)
    @Operation(operationId = "exportAccount", summary = "Everything of the caller, as a ZIP", description = """
                    Streamed; the token is checked at the beginning. Everything is as the API shows it to the caller at that time.
                    - `profile.json`: `User` with `email` and `settings`
                    - `photo.<extension>`: the caller's photo, if there is one
                    - `sessions.json`: the signed-in devices, an array
                    - `conversations.jsonl`: a `Conversation` a line
                    - `messages/<conversation id>.jsonl`: a `Message`, or a change of the group, a line, in the order of `seq`
                    - `attachments/<attachment id>.<extension>`: what the caller has uploaded

                    A download that fails in the middle ends the connection: an archive without its end is not complete.""")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "429",
            description =
                    "`rate_limited`: an export is in progress, or there were 3 within an hour. Repeat after `Retry-After`.")
    public RestMulti<byte[]> export(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context HttpServerRequest request) {
        var response = request.response();
        return RestMulti.fromMultiData(archive.handle(currentUser.id(), authorization)
                        .onFailure()
                        .invoke(failure -> cut(response)))
                .header("Content-Disposition", "attachment; filename=\"natter-export.zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Ended regularly, an incomplete archive would look like a complete answer. */
    private static void cut(HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
        }
    }
}

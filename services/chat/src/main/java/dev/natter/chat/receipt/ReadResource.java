package dev.natter.chat.receipt;

import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Tag(name = "Receipts")
@Authenticated
@Path("/api/v1/conversations/{conversationId}/read")
class ReadResource {

    private final MarkPosition markPosition;
    private final CurrentUser currentUser;

    ReadResource(MarkPosition markPosition, CurrentUser currentUser) {
        this.markPosition = markPosition;
        this.currentUser = currentUser;
    }

    @RegisterForReflection
    @Schema(name = "MarkRead")
    record ReadRequest(
            @Schema(
                    required = true,
                    nullable = false,
                    minimum = "0",
                    description =
                            "The last message read. A higher number than the newest counts as the newest; a lower one than the current position is ignored.",
                    examples = "17")
            @NotNull @PositiveOrZero Long seq) {}

    /** Answers 204 whether or not the position moved. */
    @PUT
    @Operation(
            operationId = "markRead",
            summary = "Mark messages as read",
            description =
                    "The position never moves backwards and never past the newest message. When it moves, all members'"
                            + " connections get a `read` frame.")
    @APIResponse(responseCode = "204", description = "The position is stored.")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    public Uni<Void> read(@RestPath String conversationId, @NotNull @Valid ReadRequest request) {
        return markPosition.read(conversationId, currentUser.id(), request.seq());
    }
}

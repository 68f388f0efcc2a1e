package dev.natter.chat.presence;

import dev.natter.chat.presence.CurrentPresence.PresenceList;
import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Tag(name = "Presence")
@Authenticated
@Path("/api/v1/presence")
class PresenceResource {

    private final CurrentPresence presence;
    private final CurrentUser currentUser;

    PresenceResource(CurrentPresence presence, CurrentUser currentUser) {
        this.presence = presence;
        this.currentUser = currentUser;
    }

    /** The same on every replica. */
    @GET
    @Operation(
            operationId = "getPresence",
            summary = "Who is online",
            description =
                    "For users who share a conversation with the caller; others are left out. Changes arrive as `presence` frames.")
    @APIResponseSchema(
            value = PresenceList.class,
            responseCode = "200",
            responseDescription = "The users who share a conversation with the caller.")
    public Uni<PresenceList> show(
            @Parameter(
                            description = "User ids, separated by commas; at most 100.",
                            required = true,
                            schema = @Schema(implementation = String.class))
                    @RestQuery
                    @Nullable String userIds) {
        return presence.visibleTo(currentUser.id(), split(userIds));
    }

    private static List<String> split(@Nullable String userIds) {
        return userIds == null
                ? List.of()
                : Arrays.stream(userIds.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }
}

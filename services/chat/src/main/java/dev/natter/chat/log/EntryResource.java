package dev.natter.chat.log;

import dev.natter.chat.http.QueryNumbers;
import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Tag(name = "Messages")
@Authenticated
@Path("/api/v1/conversations/{conversationId}/entries")
class EntryResource {

    private final ReadLog readLog;
    private final CurrentUser currentUser;

    EntryResource(ReadLog readLog, CurrentUser currentUser) {
        this.readLog = readLog;
        this.currentUser = currentUser;
    }

    @GET
    @Operation(
            operationId = "listEntries",
            summary = "Entries of a conversation after a position",
            description =
                    "Every entry of the log after `after`, in order. The log has no holes: a client that continues from the last item misses nothing, changes of old messages included. For a member who was added later the log begins with the entry that did it, `joinedSeq`: with a lower `after` it is the first item.")
    @APIResponseSchema(value = EntryPage.class, responseCode = "200", responseDescription = "One page.")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    public Uni<EntryPage> list(
            @RestPath String conversationId,
            @Parameter(
                            description = "The seq of the last known entry; 0 for all.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int64",
                                            minimum = "0",
                                            defaultValue = "0"))
                    @RestQuery
                    @Nullable String after,
            @Parameter(
                            description = "Page size, at most 100.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "30"))
                    @RestQuery
                    @Nullable String limit) {
        var size = QueryNumbers.limit(limit);
        var from = after == null ? 0 : QueryNumbers.seq("after", after);
        return readLog.following(conversationId, currentUser.id(), from, size + 1)
                .map(found -> EntryPage.of(found, size));
    }

    @RegisterForReflection
    @Schema(name = "EntryPage")
    record EntryPage(
            @Schema(
                    required = true,
                    type = SchemaType.ARRAY,
                    implementation = Entry.class,
                    description = "Ascending by seq, without holes.")
            List<Entry> items,

            @Schema(required = true, description = "Whether there are entries after this page.")
            boolean hasMore) {

        EntryPage {
            items = List.copyOf(items);
        }

        /** Of what was found, one more than asked for at most. */
        static EntryPage of(List<Entry> found, int limit) {
            return new EntryPage(found.subList(0, Math.min(found.size(), limit)), found.size() > limit);
        }
    }
}

package dev.natter.chat.report;

import dev.natter.chat.report.Report.Reason;
import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Tag(name = "Reports")
@Authenticated
@Path("/api/v1/reports")
class ReportResource {

    private final ReportUser reportUser;
    private final CurrentUser currentUser;

    ReportResource(ReportUser reportUser, CurrentUser currentUser) {
        this.reportUser = reportUser;
        this.currentUser = currentUser;
    }

    @POST
    @Operation(
            operationId = "reportUser",
            summary = "Report a user to the operator",
            description =
                    "The operator gets the report with the message, as it is now. The reported user does not learn of it.")
    @APIResponse(responseCode = "202", description = "Reported.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`user_not_found`: the user does not exist. `message_not_found`: the message does not exist, or is not one of this user that the caller can read.")
    @APIResponse(responseCode = "422", description = "`only_yourself`: the caller is the reported user.")
    @APIResponse(
            responseCode = "429",
            description = "`rate_limited`: more than 10 within a day. Repeat after `Retry-After`.")
    public Uni<RestResponse<Void>> report(@NotNull ReportRequest request) {
        return reportUser
                .handle(currentUser.id(), request.userId(), request.messageId(), request.reason(), request.text())
                .replaceWith(RestResponse.accepted());
    }

    @RegisterForReflection
    @Schema(name = "ReportUser")
    record ReportRequest(
            @Schema(required = true, nullable = false, examples = "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e") @Nullable String userId,

            @Schema(nullable = true, description = "A message of that user that the caller can read.") @Nullable String messageId,

            @Schema(required = true, nullable = false, examples = "spam") @Nullable Reason reason,

            @Schema(nullable = true, description = "At most 1,000 characters.") @Nullable String text) {
        /** Leaves the text out. */
        @Override
        public String toString() {
            return "ReportRequest[userId=%s, reason=%s]".formatted(userId, reason);
        }
    }
}

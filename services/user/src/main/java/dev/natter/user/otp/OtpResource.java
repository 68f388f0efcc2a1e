package dev.natter.user.otp;

import dev.natter.user.account.EmailAddress;
import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.DeviceCookie;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.http.ApiDocument;
import dev.natter.user.http.OwnOriginOnly;
import dev.natter.user.session.Device;
import dev.natter.user.session.SignedInAnswer;
import dev.natter.user.session.TokenView;
import dev.natter.web.ApiException;
import dev.natter.web.CallerNetwork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signing in. */
@Path("/api/v1/auth/otp")
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@OwnOriginOnly
@Tag(name = "sign in")
class OtpResource {

    private static final String DEVICE =
            "Set by an earlier sign-in: a known browser has its own limits for the address";

    private final IssueOtp issueOtp;
    private final VerifyOtp verifyOtp;
    private final SignedInAnswer answer;
    private final CallerNetwork network;
    private final OtpConfig config;
    private final Audit audit;

    OtpResource(
            IssueOtp issueOtp,
            VerifyOtp verifyOtp,
            SignedInAnswer answer,
            CallerNetwork network,
            OtpConfig config,
            Audit audit) {
        this.issueOtp = issueOtp;
        this.verifyOtp = verifyOtp;
        this.answer = answer;
        this.network = network;
        this.config = config;
        this.audit = audit;
    }

    /** Mails a code; the same response whether or not there is an account. */
    @POST
    @ResponseStatus(202)
    @Operation(operationId = "requestOtp", summary = "Mails a six-digit code to an address")
    @APIResponse(
            responseCode = "202",
            description = "The mail is queued, whether or not there is an account",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChallengeView.class)))
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<ChallengeView> request(
            @NotNull OtpRequest request,
            @Parameter(description = DEVICE) @RestCookie(DeviceCookie.NAME) @Nullable String knownDevice,
            @Context HttpServerRequest http) {
        return issueOtp.handle(EmailAddress.of(request.email()), network.of(http), DeviceTokens.of(knownDevice))
                .invoke(challengeId -> audit.tell(AuditEvent.CODE_SENT, Map.of("challengeId", challengeId)))
                .onFailure(OtpResource::isTooOften)
                .invoke(() -> audit.tell(AuditEvent.CODE_LIMITED, Map.of()))
                .map(challengeId -> new ChallengeView(
                        challengeId,
                        config.lifetime().toSeconds(),
                        config.resendInterval().toSeconds()));
    }

    private static boolean isTooOften(Throwable failure) {
        return failure instanceof ApiException refusal && refusal.status() == 429;
    }

    /** Signs in with the code; creates the account at the first sign-in. */
    @POST
    @Path("/verify")
    @Operation(
            operationId = "verifyOtp",
            summary = "Signs in with the mailed code; the first sign-in creates the account")
    @APIResponse(responseCode = "200", description = "Signed in, with the refresh cookie")
    @APIResponse(responseCode = "400", ref = ApiDocument.MALFORMED)
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<RestResponse<TokenView>> verify(
            @NotNull @Valid VerifyRequest request,
            @Parameter(description = DEVICE) @RestCookie(DeviceCookie.NAME) @Nullable String knownDevice,
            @Parameter(hidden = true) @RestHeader("User-Agent") @Nullable String userAgent,
            @Context HttpServerRequest http) {
        var device = Device.of(userAgent, network.of(http));
        return verifyOtp
                .handle(
                        EmailAddress.of(request.email()),
                        request.challengeId(),
                        request.code(),
                        device,
                        DeviceTokens.of(knownDevice))
                .map(answer::of);
    }
}

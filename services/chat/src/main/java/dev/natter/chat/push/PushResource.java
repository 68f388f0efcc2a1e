package dev.natter.chat.push;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.ApiException;
import dev.natter.web.CurrentUser;
import dev.natter.web.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Tag(name = "Push")
@Authenticated
@Path("/api/v1/push")
class PushResource {

    private final PushSubscriptionRepository subscriptions;
    private final PushEndpoints endpoints;
    private final PushConfig config;
    private final RateLimits rateLimits;
    private final List<Rate> rates;
    private final CurrentUser currentUser;
    private final Clock clock;

    PushResource(
            PushSubscriptionRepository subscriptions,
            PushEndpoints endpoints,
            PushConfig config,
            RateLimits rateLimits,
            CurrentUser currentUser,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.endpoints = endpoints;
        this.config = config;
        this.rateLimits = rateLimits;
        this.rates = List.of(new Rate(config.subscriptionsPerHour(), Duration.ofHours(1)));
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GET
    @Path("/key")
    @Operation(
            operationId = "showPushKey",
            summary = "The public key for push subscriptions",
            description =
                    "The VAPID key (RFC 8292) of this installation, the `applicationServerKey` of `PushManager.subscribe()`.")
    @APIResponseSchema(value = PushKey.class, responseCode = "200", responseDescription = "The key.")
    @APIResponse(responseCode = "404", description = "`push_off`: the operator has not set up push notifications.")
    public Uni<PushKey> key() {
        return Uni.createFrom().item(() -> new PushKey(publicKey()));
    }

    @PUT
    @Path("/subscription")
    @Operation(
            operationId = "subscribeToPush",
            summary = "Subscribe this browser to push notifications",
            description =
                    "The body is the browser's `PushSubscription` as JSON. Safe to repeat. A user has at most 10; a further one replaces the oldest. The subscription ends with the session that made it, or when its push service says so.")
    @APIResponse(responseCode = "204", description = "Subscribed.")
    @APIResponse(responseCode = "404", description = "`push_off`: the operator has not set up push notifications.")
    @APIResponse(
            responseCode = "422",
            description = "`push_endpoint`: not an https URL on a public address without credentials.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: too many subscriptions; see `Retry-After`.")
    @APIResponse(responseCode = "503", description = "`store_unavailable`: repeat after `Retry-After`.")
    public Uni<Void> subscribe(@NotNull SubscriptionRequest request) {
        publicKey();
        var userId = currentUser.id();
        var sessionId = currentUser.sessionId();
        return rateLimits
                .acquire(RateLimit.PUSH_SUBSCRIPTION, userId, rates)
                .chain(() -> endpoints.check(request))
                .chain(valid -> subscriptions.store(
                        new PushSubscription(
                                valid.id(),
                                userId,
                                sessionId,
                                valid.endpoint(),
                                valid.p256dh(),
                                valid.auth(),
                                clock.instant()),
                        config.subscriptions()));
    }

    @DELETE
    @Path("/subscription")
    @Operation(
            operationId = "unsubscribeFromPush",
            summary = "End a push subscription",
            description = "Ends the subscription with this endpoint; without one, those of the caller's session.")
    @APIResponse(responseCode = "204", description = "There is none any more.")
    @APIResponse(responseCode = "503", description = "`store_unavailable`: repeat after `Retry-After`.")
    public Uni<Void> unsubscribe(
            @Parameter(description = "The `endpoint` of the subscription.") @RestQuery @Nullable String endpoint) {
        return endpoint == null
                ? subscriptions.ended(currentUser.sessionId())
                : subscriptions.remove(PushEndpoints.id(endpoint), currentUser.id());
    }

    private String publicKey() {
        return config.publicKey()
                .orElseThrow(() ->
                        ApiException.notFound(ErrorCode.PUSH_OFF, "Push notifications are not set up on this server."));
    }

    @RegisterForReflection
    @Schema(name = "PushKey")
    record PushKey(
            @Schema(required = true, description = "An uncompressed point of P-256, base64url without padding.")
            String publicKey) {}

    /** Unknown members, such as {@code expirationTime}, are ignored. */
    @RegisterForReflection
    @Schema(name = "PushSubscription", description = "`PushSubscription.toJSON()` of a browser.")
    record SubscriptionRequest(
            @Schema(
                    required = true,
                    nullable = false,
                    description = "An https URL of the browser's push service.",
                    examples = "https://push.example.net/send/1")
            @Nullable String endpoint,

            @Schema(
                    required = true,
                    nullable = false,
                    examples =
                            "{\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}")
            @Nullable SubscriptionKeys keys) {

        /** Leaves the endpoint and the secret out. */
        @Override
        public String toString() {
            return "SubscriptionRequest[]";
        }
    }

    @RegisterForReflection
    @Schema(name = "PushSubscriptionKeys")
    record SubscriptionKeys(
            @Schema(required = true, nullable = false, description = "The browser's public key, base64url.") @Nullable String p256dh,

            @Schema(required = true, nullable = false, description = "The browser's secret of 16 bytes, base64url.")
            @Nullable String auth) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "SubscriptionKeys[]";
        }
    }
}

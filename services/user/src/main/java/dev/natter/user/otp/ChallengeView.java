package dev.natter.user.otp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The API shape of a challenge. */
@RegisterForReflection
@Schema(name = "Challenge")
record ChallengeView(
        @Schema(required = true, description = "To be sent back with the code")
        String challengeId,

        @Schema(required = true, examples = "300") long expiresInSeconds,
        @Schema(required = true, examples = "60") long resendAfterSeconds) {}

package dev.natter.user.otp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The address to sign in with. */
@RegisterForReflection
record OtpRequest(
        @Schema(required = true, format = "email", maxLength = 254, examples = "ada@example.com") @Nullable String email) {}

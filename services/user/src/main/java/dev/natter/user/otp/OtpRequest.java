package dev.natter.user.otp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants to sign in. */
@RegisterForReflection
record OtpRequest(
        @Schema(required = true, format = "email", maxLength = 254, examples = "ada@example.com") @Nullable String email) {}

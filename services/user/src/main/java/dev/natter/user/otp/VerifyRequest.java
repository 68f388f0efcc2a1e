package dev.natter.user.otp;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mailed code and its challenge. */
@RegisterForReflection
public record VerifyRequest(
        @Schema(required = true, format = "email", maxLength = 254, examples = "ada@example.com") @Nullable String email,

        @Schema(examples = "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e") @NotBlank @Size(max = 64) String challengeId,

        @Schema(examples = "482913", pattern = "[0-9]{6}", description = "Decimal digits of any script")
        @NotNull @Pattern(regexp = "\\p{Nd}{6}", message = "must be six digits") String otp) {

    /** The code in ASCII digits; input may have decimal digits of any script. */
    public String code() {
        return otp.codePoints()
                .map(digit -> Character.digit(digit, 10))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
    }

    /** Omits everything: the code may be right. */
    @Override
    public String toString() {
        return "VerifyRequest[…]";
    }
}

package dev.natter.user.session;

import dev.natter.user.account.UserView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The API shape of an access token. */
@RegisterForReflection
@Schema(name = "SignedIn")
public record TokenView(
        @Schema(required = true, description = "A JWT, for Authorization: Bearer")
        String accessToken,

        @Schema(required = true, examples = "Bearer") String tokenType,
        @Schema(required = true, examples = "900") long expiresInSeconds,
        @Schema(required = true) UserView user) {

    static TokenView of(SignedIn signedIn) {
        var token = signedIn.accessToken();
        return new TokenView(token.value(), "Bearer", token.lifetime().toSeconds(), UserView.of(signedIn.account()));
    }

    /** Leaves the token out: it must not reach a log. */
    @Override
    public String toString() {
        return "TokenView[user=%s]".formatted(user.id());
    }
}

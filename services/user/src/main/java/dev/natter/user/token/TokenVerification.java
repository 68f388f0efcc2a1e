package dev.natter.user.token;

import dev.natter.user.http.EdgeConfig;
import io.smallrye.jwt.KeyFormat;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Set;

/**
 * Requirements of an access token: signed with ES256 by one of our keys, whatever its header says about algorithms and
 * key locations; our issuer and audience; not expired.
 */
@ApplicationScoped
class TokenVerification {

    @Produces
    @ApplicationScoped
    @Alternative
    @Priority(1)
    JWTAuthContextInfo rules(TokenConfig config, EdgeConfig edge) {
        var rules = new JWTAuthContextInfo();
        rules.setPublicKeyContent(config.signingKeys().publicSet());
        rules.setKeyFormat(KeyFormat.JWK);
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        rules.setIssuedBy(edge.publicOrigin().toString());
        rules.setExpectedAudience(Set.of(AccessTokens.AUDIENCE));
        rules.setRequiredClaims(Set.of("sub", "sid", "exp"));
        return rules;
    }
}

package dev.natter.user.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Rejects a token whose header or session id is not text. jose4j casts header values without a check, and smallrye-jwt
 * does not catch the ClassCastException: an invalid token would be a 500.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokenParser extends JWTCallerPrincipalFactory {

    private final JWTCallerPrincipalFactory smallrye = new DefaultJWTCallerPrincipalFactory();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        try {
            var parsed = smallrye.parse(token, rules);
            Object session = parsed.getClaim("sid");
            if (session instanceof String) {
                return parsed;
            }
            throw new ParseException("the claim sid must be text");
        } catch (ClassCastException malformed) {
            throw new ParseException("a header value has the wrong type", malformed);
        }
    }
}

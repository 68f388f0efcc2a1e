package dev.natter.user.session;

import dev.natter.user.account.Account;
import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.device.KnownDevices;
import dev.natter.user.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** Starts sessions. */
@ApplicationScoped
public class StartSession {

    private final Sessions sessions;
    private final KnownDevices devices;
    private final AccessTokens accessTokens;
    private final SessionConfig config;
    private final SecureRandom random;
    private final Clock clock;
    private final Audit audit;

    StartSession(
            Sessions sessions,
            KnownDevices devices,
            AccessTokens accessTokens,
            SessionConfig config,
            SecureRandom random,
            Clock clock,
            Audit audit) {
        this.sessions = sessions;
        this.devices = devices;
        this.accessTokens = accessTokens;
        this.config = config;
        this.random = random;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Starts a session of this account, with its first tokens; registers the browser with these device tokens as known.
     */
    public Uni<SignedIn> handle(Account account, Device device, DeviceTokens shown) {
        var token = RefreshToken.first(random);
        var session = Session.start(token.sessionId(), account.id(), device, token.hash(), clock.instant(), config);
        return sessions.add(session)
                .invoke(added ->
                        audit.tell(AuditEvent.SIGNED_IN, Map.of("userId", account.id(), "sessionId", session.id())))
                .chain(() -> devices.remember(shown, account, session.id()))
                .map(remembered ->
                        new SignedIn(account, accessTokens.issue(account.id(), session.id()), token, remembered));
    }
}

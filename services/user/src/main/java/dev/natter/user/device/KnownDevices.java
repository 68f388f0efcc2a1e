package dev.natter.user.device;

import dev.natter.user.account.Account;
import dev.natter.user.account.EmailAddress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Known browsers of accounts. */
@ApplicationScoped
public class KnownDevices {

    /** How long a replaced token stays valid, in case the response with its successor is lost. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final DeviceRepository devices;
    private final SecureRandom random;
    private final Clock clock;

    KnownDevices(DeviceRepository devices, SecureRandom random, Clock clock) {
        this.devices = devices;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The id of the browser with these tokens, if it has signed in to the address before. Never fails: without MongoDB
     * every browser is unknown. Takes the same time whether or not the address has an account.
     */
    public Uni<Optional<String>> find(DeviceTokens shown, EmailAddress email) {
        var hashes = shown.hashes(email);
        if (hashes.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return devices.findKnown(hashes, clock.instant())
                .map(found -> Optional.ofNullable(found).map(DeviceDocument::id))
                .onFailure()
                .invoke(failure -> Log.warnf("cannot look up a known device: %s", failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /**
     * Registers the browser after a sign-in, with a new token in place of its former one, so that a token cannot be
     * planted. Returns the tokens that the browser has to keep. Never fails: without MongoDB it keeps its former ones.
     */
    public Uni<DeviceTokens> remember(DeviceTokens shown, Account account, String sessionId) {
        return find(shown, account.email())
                .chain(known -> {
                    var renewed = shown.renewed(account.email(), known.orElse(null), random);
                    var document = new DeviceDocument(
                            renewed.hashes(account.email()).get(0),
                            account.id(),
                            sessionId,
                            clock.instant().plus(DeviceCookie.LIFETIME));
                    var soon = clock.instant().plus(OVERLAP);
                    return devices.persist(document)
                            .call(() -> devices.replace(known.orElse(""), sessionId, soon))
                            .replaceWith(renewed);
                })
                .onFailure()
                .invoke(failure -> Log.warnf("session %s: its device was not stored: %s", sessionId, failure))
                .onFailure()
                .recoverWithItem(DeviceTokens.NONE);
    }

    /** Makes the browser of this session unknown. */
    public Uni<Void> forget(String sessionId) {
        return devices.deleteBySession(sessionId);
    }
}

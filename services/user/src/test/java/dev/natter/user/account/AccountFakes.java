package dev.natter.user.account;

import dev.natter.user.http.EdgeConfig;
import dev.natter.user.http.InternalToken;
import dev.natter.user.http.PublicOrigin;
import dev.natter.web.TrustedProxies;
import java.time.Instant;
import java.util.Optional;

/** Accounts for the tests of other features. */
public final class AccountFakes {

    public static final Account ADA =
            Account.registered("ada", EmailAddress.of("ada@example.com"), Instant.parse("2026-01-01T00:00:00Z"));

    private AccountFakes() {}

    /** Makes tokens with a key of the tests. */
    static MissedMailAddress missedMail() {
        return new MissedMailAddress(new UnsubscribeTokens(new EdgeConfig() {
            @Override
            public PublicOrigin publicOrigin() {
                return PublicOrigin.of("https://natter.example");
            }

            @Override
            public InternalToken internalToken() {
                return InternalToken.of("an internal token of tests, long enough");
            }

            @Override
            public Optional<TrustedProxies> trustedProxies() {
                return Optional.empty();
            }
        }));
    }

    /** Finds Ada. */
    public static FindAccount findAccount() {
        var accounts = new InMemoryAccounts();
        accounts.put(ADA);
        return new FindAccount(accounts);
    }
}

package dev.natter.user.account;

import java.time.Instant;

/** Accounts for the tests of other features. */
public final class AccountFakes {

    public static final Account ADA =
            Account.registered("ada", EmailAddress.of("ada@example.com"), Instant.parse("2026-01-01T00:00:00Z"));

    private AccountFakes() {}

    /** Finds Ada. */
    public static FindAccount findAccount() {
        var accounts = new InMemoryAccounts();
        accounts.put(ADA);
        return new FindAccount(accounts);
    }
}

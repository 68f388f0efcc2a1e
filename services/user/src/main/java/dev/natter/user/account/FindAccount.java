package dev.natter.user.account;

import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds an account by id. */
@ApplicationScoped
public class FindAccount {

    private final Accounts accounts;

    FindAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account with this id; fails with 404 if there is none. */
    public Uni<Account> handle(String id) {
        return accounts.get(id).map(found -> found.orElseThrow(FindAccount::unknown));
    }

    /** The 404 for a user who does not exist. */
    public static ApiException unknown() {
        return ApiException.notFound(ErrorCode.USER_NOT_FOUND, "The user does not exist.");
    }
}

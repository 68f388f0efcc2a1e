package dev.natter.user.session;

import dev.natter.user.account.Account;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.token.AccessToken;

/** The result of signing in: account and tokens; no device tokens if those of the browser stay valid. */
public record SignedIn(
        Account account, AccessToken accessToken, RefreshToken refreshToken, DeviceTokens deviceTokens) {}

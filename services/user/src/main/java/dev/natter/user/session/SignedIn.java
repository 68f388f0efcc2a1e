package dev.natter.user.session;

import dev.natter.user.account.Account;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.token.AccessToken;

/** Somebody who is signed in, and the tokens that he gets for it; none of the device when those it has stay good. */
public record SignedIn(
        Account account, AccessToken accessToken, RefreshToken refreshToken, DeviceTokens deviceTokens) {}

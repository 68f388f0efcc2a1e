package dev.natter.user.device;

import dev.natter.user.account.Account;
import dev.natter.user.account.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Known devices for the tests of other features. */
public final class DeviceFakes {

    private DeviceFakes() {}

    /** Knows every browser that shows a token at all, by this id. */
    public static KnownDevices knowing(String id) {
        return new KnownDevices(null, null, null) {
            @Override
            public Uni<Optional<String>> find(DeviceTokens shown, EmailAddress email) {
                return Uni.createFrom().item(shown.isEmpty() ? Optional.empty() : Optional.of(id));
            }

            @Override
            public Uni<DeviceTokens> remember(DeviceTokens shown, Account account, String sessionId) {
                return Uni.createFrom().item(DeviceTokens.NONE);
            }

            @Override
            public Uni<Void> forget(String sessionId) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}

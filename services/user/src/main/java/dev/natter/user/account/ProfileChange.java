package dev.natter.user.account;

import dev.natter.user.account.Settings.MissedMail;
import org.jspecify.annotations.Nullable;

/** A change of a profile or settings; what is null stays. */
record ProfileChange(
        @Nullable DisplayName name,
        @Nullable About about,
        @Nullable Boolean readReceipts,
        @Nullable Boolean lastSeen,
        @Nullable MissedMail missedMail) {

    boolean isEmpty() {
        return name == null && about == null && readReceipts == null && lastSeen == null && missedMail == null;
    }
}

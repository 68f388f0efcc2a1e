package dev.natter.chat.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When receipts are shown to fewer members. */
@ConfigMapping(prefix = "natter.receipt")
interface ReceiptConfig {

    /** With more members online than this, a receipt is shown only to the authors of the messages. */
    @WithDefault("100")
    int crowd();
}

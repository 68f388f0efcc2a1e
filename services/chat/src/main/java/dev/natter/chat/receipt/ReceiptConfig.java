package dev.natter.chat.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When receipts are told to fewer people. */
@ConfigMapping(prefix = "natter.receipt")
interface ReceiptConfig {

    /** With more members online than this, a receipt is told only to those whose messages it is about. */
    @WithDefault("100")
    int crowd();
}

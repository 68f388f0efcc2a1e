package dev.natter.local.stack.service;

import java.util.Locale;

/** Natter's services. */
public enum ServiceKind {
    USER,
    MAIL,
    CHAT;

    /** Its name in folders, logs and the ready file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

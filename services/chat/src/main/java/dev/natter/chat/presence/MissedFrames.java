package dev.natter.chat.presence;

import java.util.Collection;

/** Tells people on this replica that they may have missed something, so that they fetch what they lack. */
public interface MissedFrames {

    /** These may have. */
    void by(Collection<String> userIds);

    /** Anybody may have. */
    void byAnybody();
}

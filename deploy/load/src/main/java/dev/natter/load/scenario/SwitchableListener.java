package dev.natter.load.scenario;

import dev.natter.load.client.FrameListener;

/** Lets one set of connections serve one step after the other. */
public final class SwitchableListener implements FrameListener {

    private volatile FrameListener current = DEAF;

    /** From now on, this one hears. */
    public void to(FrameListener next) {
        current = next;
    }

    @Override
    public void heard(int person, String frame) {
        current.heard(person, frame);
    }
}

package dev.natter.chat.presence;

import java.util.ArrayList;
import java.util.List;

/** What is to be done once the lock is given back: nothing foreign runs under it. */
final class Effects {

    private final List<Runnable> effects = new ArrayList<>();

    void add(Runnable effect) {
        effects.add(effect);
    }

    void addAll(List<Runnable> more) {
        effects.addAll(more);
    }

    void run() {
        effects.forEach(Runnable::run);
    }
}

package dev.natter.user.support;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears what the service asks MongoDB. */
public class StoreTap implements CommandListener {

    private static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        HEARD.add(event.getCommand().toJson());
    }

    /** Forgets what was asked so far. */
    public static void forget() {
        HEARD.clear();
    }

    /** What was asked about that. */
    public static List<String> about(String text) {
        return HEARD.stream().filter(command -> command.contains(text)).toList();
    }
}

package dev.natter.chat.log;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An entry that waits to be appended.
 *
 * @param publish delivers the stored entry to these members
 * @param deadline when it is refused rather than tried again
 */
record AppendRequest(PendingEntry entry, BiFunction<Entry, List<String>, Uni<Void>> publish, Instant deadline) {}

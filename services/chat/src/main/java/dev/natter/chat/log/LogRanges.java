package dev.natter.chat.log;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads of many logs at a time, for projections inside the service: answers for any log, without a check. */
public interface LogRanges {

    /** The entries of all these ranges in any order; of more than {@code limit}, some of them. */
    Uni<List<Entry>> read(Collection<LogRange> ranges, int limit);

    /** The entries with these numbers, by conversation, in any order; messages in their present state. */
    Uni<List<Entry>> read(Map<String, List<Long>> seqs);
}

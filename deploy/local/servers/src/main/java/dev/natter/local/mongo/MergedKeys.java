package dev.natter.local.mongo;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Merges ranges of an index that are each in the order of one field. Reads no further than is taken. */
final class MergedKeys implements Iterator<Object[]> {

    private final PriorityQueue<Range> ranges;

    /** What is left of a range. */
    private static final class Range {
        private final Iterator<Object[]> keys;
        private Object[] first;

        private Range(Iterator<Object[]> keys) {
            this.keys = keys;
            this.first = keys.next();
        }

        private Object at(int field) {
            return first[field];
        }
    }

    /** @param field the place of the field in a key, whose values are of one type */
    MergedKeys(List<Iterator<Object[]>> ranges, int field, boolean upwards) {
        Comparator<Range> order = (one, other) -> EntryType.compareValues(one.at(field), other.at(field));
        this.ranges = new PriorityQueue<>(upwards ? order : order.reversed());
        ranges.stream().filter(Iterator::hasNext).map(Range::new).forEach(this.ranges::add);
    }

    @Override
    public boolean hasNext() {
        return !ranges.isEmpty();
    }

    @Override
    public Object[] next() {
        var range = ranges.poll();
        if (range == null) {
            throw new NoSuchElementException();
        }
        var key = range.first;
        if (range.keys.hasNext()) {
            range.first = range.keys.next();
            ranges.add(range);
        }
        return key;
    }
}

/**
 * An H2 store that keeps acknowledged changes when its process is killed. H2 itself writes changes about once a second,
 * and loses those since.
 *
 * <p>Each change is also a record in a journal, which reaches the operating system before the response: a redo log as
 * in ARIES (Mohan et al., 1992), with whole values, so that applying a change twice does no harm. Unacknowledged
 * changes may be kept in part. A power failure may lose the last seconds; nothing here waits for the disk.
 */
@NullMarked
package dev.natter.local.journal;

import org.jspecify.annotations.NullMarked;

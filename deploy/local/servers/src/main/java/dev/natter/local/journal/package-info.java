/**
 * An H2 store that loses nothing it has answered for when its process is killed. As it comes, it writes what has changed about
 * once a second, and what was changed since is lost with the process.
 *
 * <p>Each change is also a record in a journal, which reaches the operating system before the answer does: a redo log as in
 * ARIES (Mohan et al., 1992), with whole values, so that it does no harm to apply a change that the store has already. Of what
 * nobody had an answer for, a part may be there. When power fails, the last seconds may be lost all the same; nothing here
 * waits for the disk.
 */
@NullMarked
package dev.natter.local.journal;

import org.jspecify.annotations.NullMarked;

/**
 * Processes that cannot outlive the JVM that started them, and the traces by which the next one finds what did.
 *
 * <p>Doors: {@link dev.natter.local.process.Tether} to start, {@link dev.natter.local.process.PidFile} to clean up.
 */
@NullMarked
package dev.natter.local.process;

import org.jspecify.annotations.NullMarked;

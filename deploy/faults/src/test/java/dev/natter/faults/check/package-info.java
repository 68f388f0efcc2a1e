/**
 * What must be true after any fault, as rules over the evidence that a trial leaves. Plain classes, which know neither
 * sockets nor servers; each rule has tests that show what it catches.
 */
package dev.natter.faults.check;

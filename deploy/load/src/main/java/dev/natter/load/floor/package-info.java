/**
 * The least that a thing can cost on this machine: the same work without Natter.
 */
@NullMarked
package dev.natter.load.floor;

import org.jspecify.annotations.NullMarked;

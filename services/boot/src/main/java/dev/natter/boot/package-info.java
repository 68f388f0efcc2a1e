/**
 * The way into and out of every service's process: what its environment must say is looked through before anything else,
 * and a signal ends it with status 0. Knows no service, and needs nothing but the platform's core.
 */
@NullMarked
package dev.natter.boot;

import org.jspecify.annotations.NullMarked;

/**
 * Start and exit of every service's process: the environment is checked before anything else, and a signal ends the
 * process with status 0. Depends on Quarkus' core only.
 */
@NullMarked
package dev.natter.boot;

import org.jspecify.annotations.NullMarked;

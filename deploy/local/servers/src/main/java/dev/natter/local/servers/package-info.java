/**
 * The five backing servers of Natter in one JVM, without containers: for the local stack and for the tests.
 *
 * <p>Doors: {@link dev.natter.local.servers.BackingServers} for a caller in the same JVM, {@link
 * dev.natter.local.servers.Main} for one in another. Everything listens on loopback only. None of this is ever deployed.
 */
@NullMarked
package dev.natter.local.servers;

import org.jspecify.annotations.NullMarked;

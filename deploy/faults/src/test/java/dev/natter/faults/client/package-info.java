/**
 * People who use Natter as its contract asks clients to: they come back with jitter, fetch what they missed, and repeat
 * what was not acknowledged under the same id. Everything that happens to them is written down by the {@link
 * dev.natter.faults.client.Recorder}.
 */
package dev.natter.faults.client;

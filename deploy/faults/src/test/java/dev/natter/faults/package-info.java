/**
 * What Natter promises when things break. {@link dev.natter.faults.FaultsIT} tries each fault on two replicas of every
 * service while people write to each other, and then compares what was acknowledged with what the store holds and with what
 * everybody has on the screen.
 */
package dev.natter.faults;

/** What goes wrong: each fault by its name, and within which time all must be as before once it is over. */
package dev.natter.faults.nemesis;

/**
 * People who exist for the load alone, and how they are let in without a mail for each.
 */
@NullMarked
package dev.natter.load.people;

import org.jspecify.annotations.NullMarked;

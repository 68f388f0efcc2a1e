/**
 * Natter's services as child processes: started, watched, started again, and stopped with all the time they need.
 *
 * <p>Door: {@link dev.natter.local.stack.service.Services}. No process survives the launcher, however that ends.
 */
@NullMarked
package dev.natter.local.stack.service;

import org.jspecify.annotations.NullMarked;

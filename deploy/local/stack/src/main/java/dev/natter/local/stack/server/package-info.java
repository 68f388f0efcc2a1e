/**
 * The embedded backing servers, in processes of their own: none of them shares its heap with the gateway, and one that ends
 * is named. Its door is {@link dev.natter.local.stack.server.ServerProcess}.
 */
@NullMarked
package dev.natter.local.stack.server;

import org.jspecify.annotations.NullMarked;

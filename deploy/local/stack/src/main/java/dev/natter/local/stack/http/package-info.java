/**
 * What the gateway and the inbox have in common as HTTP servers on loopback: ports, request ids, errors, whom they
 * answer to. It knows no route.
 */
@NullMarked
package dev.natter.local.stack.http;

import org.jspecify.annotations.NullMarked;
